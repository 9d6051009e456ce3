import { computed, signal } from '@angular/core';
import type { ClientMsgId, Message, RoomId, UserId } from '@devchitchat/contracts';
import { newId } from '../../platform/browser/random';
import { draftKey, editOf, hasText, nothingBegun, type Draft } from '../unsent/draft-policy';
import type { UnsentEdit, UnsentMessage } from '../unsent/outbox-policy';
import type { DraftStore } from './draft-store';

type Texts<Entry extends UnsentMessage | UnsentEdit, Key extends keyof Entry> = Pick<
  Entry,
  'kind' | 'userId' | 'roomId' | 'text' | Key
>;

/** The signed-in user's drafts by room: a new message, and edits of sent ones. */
export class DraftBook {
  /**
   * The key of the edit that a room's composer shows, by the key of the new message it hides. Separate in every tab.
   */
  private readonly open = signal<ReadonlyMap<string, string>>(new Map());

  /** The rooms in which the signed-in user has a draft. */
  readonly rooms = computed<ReadonlySet<RoomId>>(
    () =>
      new Set(
        [...this.store.all().values()]
          .filter((draft) => draft.userId === this.me() && hasText(draft))
          .map(({ roomId }) => roomId),
      ),
  );

  constructor(
    private readonly store: DraftStore,
    private readonly me: () => UserId | undefined,
  ) {}

  /** The draft that a room's composer shows; `null` while no user is signed in. */
  shown(roomId: RoomId): Draft | null {
    const me = this.me();
    if (!me) return null;
    const key = draftKey({ userId: me, roomId, edits: null });
    return this.store.get(this.open().get(key) ?? key) ?? this.store.get(key) ?? nothingBegun(me, roomId);
  }

  /** The draft of a new message, also while an edit is shown. */
  begun(roomId: RoomId): Draft | null {
    const me = this.me();
    return me ? (this.store.get(draftKey({ userId: me, roomId, edits: null })) ?? nothingBegun(me, roomId)) : null;
  }

  /** Restores a text that could not be sent, unless the user began another one. */
  offer(roomId: RoomId, text: string): void {
    const draft = this.begun(roomId);
    if (draft?.text.trim() === '') this.store.put(saying(draft, { text }));
  }

  /**
   * Restores a text that its author may not send any more: a message before what they began since, and an edit as the edit
   * that the composer shows, unless they edit again.
   */
  giveBack(entry: Texts<UnsentMessage, 'replyTo'> | Texts<UnsentEdit, 'msgId' | 'revision'>): void {
    const { userId, roomId, text } = entry;
    if (entry.kind === 'edit') {
      const edit = editOf(userId, entry);
      if (!this.store.get(draftKey(edit))) this.store.put(saying(edit, { isTouched: true }));
      if (!this.shown(roomId)?.edits) this.show(edit);
      return;
    }
    const { replyTo } = entry;
    const begun = this.store.get(draftKey({ userId, roomId, edits: null })) ?? nothingBegun(userId, roomId);
    const whole = [text, begun.text].filter((part) => part.trim() !== '').join('\n\n');
    this.store.put(saying(begun, { text: whole, replyTo: begun.replyTo ?? replyTo ?? null }));
  }

  /** The user typed in the shown draft. */
  write(roomId: RoomId, text: string): void {
    const draft = this.shown(roomId);
    if (draft && draft.text !== text) this.store.put(saying(draft, { text, isTouched: true }));
  }

  /** Makes the new message a reply, or with `null` a plain message again. Hides a shown edit. */
  answer(roomId: RoomId, replyTo: number | null): void {
    this.hideEdit(roomId);
    const draft = this.begun(roomId);
    if (draft) this.store.put(saying(draft, { replyTo }));
  }

  /** Shows an edit of the user's own message, with its earlier draft if one exists. Hides another shown edit. */
  edit(message: Message): void {
    const me = this.me();
    if (!me) return;
    this.hideEdit(message.roomId);
    this.show(editOf(me, message));
  }

  /** The shown draft was sent or discarded. */
  finish(roomId: RoomId): void {
    const draft = this.shown(roomId);
    if (!draft) return;
    this.close(draft);
    this.store.remove(draftKey(draft));
  }

  /** The texts that the user left in a room: of a new message and of edits, shown or not. */
  textsIn(roomId: RoomId): readonly string[] {
    return this.left(roomId).map(({ text }) => text.trim());
  }

  /** Discards all drafts of a room. */
  discard(roomId: RoomId): void {
    for (const draft of this.left(roomId)) {
      this.close(draft);
      this.store.remove(draftKey(draft));
    }
  }

  /** Loads the drafts from the disk. At the start, edits that were shown are shown again. */
  async recall(): Promise<void> {
    const drafts = await this.store.recall();
    if (!drafts) return;
    const shown = drafts.filter(({ isOpen }) => isOpen);
    this.open.set(new Map(shown.map((draft) => [draftKey({ ...draft, edits: null }), draftKey(draft)])));
  }

  /** Drops every draft of a user who signed out. */
  forget(userId: UserId): void {
    this.open.update((open) => new Map([...open].filter(([key]) => !key.startsWith(`${userId} `))));
    this.store.forget(userId);
  }

  private left(roomId: RoomId): readonly Draft[] {
    const mine = [...this.store.all().values()].filter((draft) => draft.userId === this.me());
    return mine.filter((draft) => draft.roomId === roomId && hasText(draft));
  }

  /** Shows an edit, as its earlier draft if one exists. */
  private show(edit: Draft): void {
    this.store.put({ ...(this.store.get(draftKey(edit)) ?? edit), isOpen: true });
    this.open.update((open) => new Map(open).set(draftKey({ ...edit, edits: null }), draftKey(edit)));
  }

  /** Drops an untouched edit and keeps a touched one for later. */
  private hideEdit(roomId: RoomId): void {
    const draft = this.shown(roomId);
    if (!draft?.edits) return;
    this.close(draft);
    this.store.put({ ...draft, isOpen: false });
  }

  private close(draft: Draft): void {
    const key = draftKey({ ...draft, edits: null });
    this.open.update((open) => new Map([...open].filter(([other]) => other !== key)));
  }
}

const saying = (draft: Draft, words: Partial<Draft>): Draft => ({
  ...draft,
  ...words,
  clientMsgId: newId() as ClientMsgId,
});
