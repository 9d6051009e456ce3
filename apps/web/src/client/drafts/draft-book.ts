import { computed, signal } from '@angular/core';
import type { ClientMsgId, Message, RoomId, UserId } from '@devchitchat/contracts';
import type { Cache } from '../cache/cache';
import { LastWords } from '../cache/last-words';
import { newId } from '../../platform/browser/random';
import {
  draftKey,
  editOf,
  holdsWords,
  isWorthKeeping,
  nothingBegun,
  sameWords,
  type Draft,
} from '../unsent/draft-policy';

/** Milliseconds between a change and its writing. */
const patienceMs = 300;

/** What a tab tells the others: a draft of this key was `was` and is `now`. */
export interface DraftNews {
  readonly key: string;
  readonly was: Draft | undefined;
  readonly now: Draft | undefined;
}

/** What a page that went away had no time to write; `null` for what it had sent. */
interface LastDraft {
  readonly key: string;
  readonly draft: Draft | null;
}

type Disk = Pick<Cache, 'drafts' | 'saveDraft' | 'removeDraft'>;

/**
 * Everything that was begun in this browser and not sent, by whoever sat here. It is held in memory, written to the disk a
 * moment later, told to the other tabs, and forgotten when it is sent, given up, or its author signs out: nothing else ends
 * it. One shows only what belongs to who is signed in.
 */
export class DraftBook {
  private readonly held = signal<ReadonlyMap<string, Draft>>(new Map());
  /** The edit that a room's composer shows somebody, by what it would show them else. Every tab has its own. */
  private readonly open = signal<ReadonlyMap<string, string>>(new Map());
  /** As the other tabs know it: what this one told them last, or heard from them. */
  private readonly told = new Map<string, Draft>();
  /** What this tab knows to be on the disk. */
  private readonly written = new Map<string, string>();
  private readonly unsaved = new Set<string>();
  private readonly lastWords = new LastWords<LastDraft>('begun', ({ key }) => key);
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** The rooms in which the person who is here began something. */
  readonly rooms = computed<ReadonlySet<RoomId>>(
    () =>
      new Set(
        [...this.held().values()]
          .filter((draft) => draft.userId === this.me() && holdsWords(draft))
          .map(({ roomId }) => roomId),
      ),
  );

  constructor(
    private readonly disk: Disk,
    private readonly me: () => UserId | undefined,
    private readonly tell: (news: DraftNews) => void,
  ) {}

  /** What a room's composer shows; `null` while nobody is here. */
  shown(roomId: RoomId): Draft | null {
    const me = this.me();
    if (!me) return null;
    const key = draftKey({ userId: me, roomId, edits: null });
    return this.held().get(this.open().get(key) ?? key) ?? this.held().get(key) ?? nothingBegun(me, roomId);
  }

  /** The new message that was begun there, also while an edit is shown. */
  begun(roomId: RoomId): Draft | null {
    const me = this.me();
    return me ? (this.held().get(draftKey({ userId: me, roomId, edits: null })) ?? nothingBegun(me, roomId)) : null;
  }

  /** Gives back what could not be sent, where nothing else was begun meanwhile. */
  offer(roomId: RoomId, text: string): void {
    const draft = this.begun(roomId);
    if (draft?.text.trim() === '') this.put(saying(draft, { text }));
  }

  /** Somebody typed in what is shown. */
  write(roomId: RoomId, text: string): void {
    const draft = this.shown(roomId);
    if (draft && draft.text !== text) this.put(saying(draft, { text, isTouched: true }));
  }

  /** What is written next in a room answers a message, or none any more. An edit that is shown steps back. */
  answer(roomId: RoomId, replyTo: number | null): void {
    this.stepBack(roomId);
    const draft = this.begun(roomId);
    if (draft) this.put(saying(draft, { replyTo }));
  }

  /** Shows a message of one's own to be changed: as it was left, where that was begun before. Another edit steps back. */
  edit(message: Message): void {
    const me = this.me();
    if (!me) return;
    const { roomId } = message;
    const fresh = editOf(me, message);
    this.stepBack(roomId);
    this.put({ ...(this.held().get(draftKey(fresh)) ?? fresh), isOpen: true });
    this.open.update((open) => new Map(open).set(draftKey({ ...fresh, edits: null }), draftKey(fresh)));
  }

  /** What is shown was sent, or is given up. */
  finish(roomId: RoomId): void {
    const draft = this.shown(roomId);
    if (!draft) return;
    this.close(draft);
    this.remove(draftKey(draft));
  }

  /** Everything is on its way to the disk when this returns. */
  save(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    for (const key of this.unsaved) void this.saveOne(key);
  }

  /** The page goes away, and the disk may not have finished. */
  leave(): void {
    this.save();
    this.lastWords.leave([...this.unsaved].map((key) => ({ key, draft: this.held().get(key) ?? null })));
  }

  /**
   * Takes in what the disk holds: at the start, and when a tab that heard nothing for a while is looked at again. What was
   * written here meanwhile stays.
   */
  async recall(): Promise<void> {
    const kept = await this.disk.drafts();
    const found = new Map(kept?.map((draft) => [draftKey(draft), draft] as const));
    for (const [key, { text }] of found) this.written.set(key, text);
    const left = this.lastWords.left();
    for (const { key, draft } of left) {
      if (draft) found.set(key, draft);
      else found.delete(key);
    }
    const isFirst = this.held().size === 0;
    for (const key of new Set([...found.keys(), ...(kept ? this.told.keys() : [])])) {
      // Not on the disk any more: it was sent or given up in another tab.
      if (!this.unsaved.has(key)) this.adopt(key, this.told.get(key), found.get(key));
    }
    if (isFirst) this.reopen([...found.values()]);
    for (const { key } of left) this.unsaved.add(key);
    if (kept) for (const key of this.held().keys()) if (!found.has(key)) this.unsaved.add(key);
    this.save();
  }

  /** Another tab changed something. */
  hear({ key, was, now }: DraftNews): void {
    this.adopt(key, was, now);
    // The other tab has written over it, or removed it from the disk.
    if (!sameWords(this.held().get(key), now)) this.unsaved.add(key);
    this.saveSoon();
  }

  /** Somebody signed out: nothing of theirs stays. */
  forget(userId: UserId): void {
    const isTheirs = (key: string): boolean => key.startsWith(`${userId} `);
    for (const keys of [this.unsaved, this.told, this.written])
      for (const key of keys.keys()) if (isTheirs(key)) keys.delete(key);
    this.held.update((held) => new Map([...held].filter(([key]) => !isTheirs(key))));
    this.open.update((open) => new Map([...open].filter(([key]) => !isTheirs(key))));
    this.lastWords.forget();
  }

  private put(draft: Draft): void {
    const key = draftKey(draft);
    if (!isWorthKeeping(draft)) return this.remove(key);
    this.hold(key, draft);
    this.unsaved.add(key);
    this.saveSoon();
  }

  private remove(key: string): void {
    if (!this.held().has(key) && !this.told.has(key)) return;
    this.hold(key, undefined);
    this.unsaved.add(key);
    // What was sent must not stand there again after a crash.
    this.save();
  }

  /** The edit that is shown makes room. Where nobody typed in it, it is no loss. */
  private stepBack(roomId: RoomId): void {
    const draft = this.shown(roomId);
    if (!draft?.edits) return;
    this.close(draft);
    this.put({ ...draft, isOpen: false });
  }

  private close(draft: Draft): void {
    const key = draftKey({ ...draft, edits: null });
    this.open.update((open) => new Map([...open].filter(([other]) => other !== key)));
  }

  private reopen(drafts: readonly Draft[]): void {
    const shown = drafts.filter(({ isOpen }) => isOpen);
    this.open.set(new Map(shown.map((draft) => [draftKey({ ...draft, edits: null }), draftKey(draft)])));
  }

  /** Takes over what is elsewhere, unless something else was written here since both were the same. */
  private adopt(key: string, was: Draft | undefined, now: Draft | undefined): void {
    if (!sameWords(this.held().get(key), was)) return;
    this.hold(key, now);
    if (now) this.told.set(key, now);
    else this.told.delete(key);
  }

  private hold(key: string, draft: Draft | undefined): void {
    this.held.update((before) => {
      const held = new Map(before);
      if (draft) held.set(key, draft);
      else held.delete(key);
      return held;
    });
  }

  private saveSoon(): void {
    if (this.unsaved.size > 0) this.timer ??= setTimeout(() => this.save(), patienceMs);
  }

  private async saveOne(key: string): Promise<void> {
    const [was, now] = [this.told.get(key), this.held().get(key)];
    if (now) this.told.set(key, now);
    else this.told.delete(key);
    const isWritten = now
      ? this.disk.saveDraft(now)
      : this.disk.removeDraft(
          key,
          [was, this.written.get(key)].flatMap((known) => (typeof known === 'string' ? known : (known?.text ?? []))),
        );
    if (!sameWords(was, now) || was?.clientMsgId !== now?.clientMsgId) this.tell({ key, was, now });
    // What could not be written waits for the next time; what was written meanwhile is saved on its own.
    if (!(await isWritten)) return;
    if (now) this.written.set(key, now.text);
    else this.written.delete(key);
    if (this.held().get(key) !== now) return;
    this.unsaved.delete(key);
    if (this.unsaved.size === 0) this.lastWords.forget();
  }
}

const saying = (draft: Draft, words: Partial<Draft>): Draft => ({
  ...draft,
  ...words,
  clientMsgId: newId() as ClientMsgId,
});
