import {
  afterRenderEffect,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { mayMentionEveryone, type Member, type Message, type MsgId, type Room } from '@devchitchat/contracts';
import { Drafts } from '../../client/drafts/drafts';
import { marksEdited } from '../../client/drafts/edited-message';
import { Outbox } from '../../client/outbox/outbox';
import type { Mentionable } from '../../client/people/mention-completion';
import { roleIn } from '../../client/rooms/member-rights';
import { injectOwnMutes } from '../../client/rooms/own-mutes';
import { Rooms } from '../../client/rooms/rooms';
import { Session } from '../../client/session/session';
import { Typing } from '../../client/typing/typing';
import { QuotedLine } from '../../parts/quoted-line';
import { Icon } from '../../platform/design/icon';
import { directionOf } from '../../platform/language/direction';
import { Translate } from '../../platform/language/translate';
import { serverNow } from '../../platform/time/server-clock';
import { momentOf } from '../../platform/time/times';
import { AttachButton } from './attach-button';
import { Attachments } from './attachments';
import { ComposedFiles } from './composed-files';
import { filesIn, holdsFiles, isText, named } from './dragged-files';
import { EmojiButton } from './emoji-button';
import { EmojiOffers } from './emoji-offers';
import { GrowingArea } from './growing-area';
import { MentionOffers } from './mention-offers';
import { MessageNote } from './message-note';
import { SlowModeLine } from './slow-mode-line';
import { TypingLine } from './typing-line';

/** The text field of a room. Sent texts go to the outbox, with or without a connection. */
@Component({
  selector: 'dcc-composer',
  imports: [AttachButton, Attachments, EmojiButton, Icon, QuotedLine, SlowModeLine, Translate, TypingLine],
  templateUrl: './composer.html',
  host: { '(document:keydown)': 'field.typedElsewhere($event)' },
})
export class Composer {
  readonly room = input.required<Room>();
  readonly roomName = input.required<string>();
  readonly members = input.required<readonly Member[]>();
  readonly sent = output();
  /** ArrowUp in an empty field: the user wants to edit their last message. */
  readonly editsLast = output();

  private readonly outbox = inject(Outbox);
  private readonly rooms = inject(Rooms);
  private readonly drafts = inject(Drafts).book;
  private readonly session = inject(Session);
  private readonly typing = inject(Typing);
  private readonly mutes = injectOwnMutes();
  private readonly area = viewChild.required<ElementRef<HTMLTextAreaElement>>('area');
  protected readonly field = new GrowingArea(this.area);

  private readonly draft = computed(() => this.drafts.shown(this.room().roomId));
  protected readonly text = computed(() => this.draft()?.text ?? '');
  /** The edited message; `null` for a new message. */
  protected readonly edited = computed(() => this.draft()?.edits ?? null);
  /** The `seq` of the message that the draft replies to. */
  protected readonly answered = computed(() => (this.edited() ? null : (this.draft()?.replyTo ?? null)));
  protected readonly direction = computed(() => directionOf(this.text()));
  private readonly files = new ComposedFiles({ room: this.room, isEdit: computed(() => this.edited() !== null) });
  protected readonly isEmpty = computed(
    () => this.text().trim() === '' && this.files.list().length === 0 && !this.held(this.edited()?.msgId)?.files,
  );
  private readonly governed = computed(() => ({ room: this.room(), members: this.members() }));
  private readonly mayMentionEveryone = computed(() =>
    mayMentionEveryone(this.room(), roleIn(this.governed(), this.session.me())),
  );
  protected readonly mentions = new MentionOffers(this.members, this.mayMentionEveryone);
  protected readonly emojis = new EmojiOffers();
  /** The list of suggestions that is open, and the chosen one, by id. */
  protected readonly open = computed(() => {
    if (this.mentions.offered().length > 0)
      return { list: 'mentions', option: `mention-${String(this.mentions.choice())}` };
    if (this.emojis.offered().length > 0) return { list: 'emojis', option: `emoji-${String(this.emojis.choice())}` };
    return null;
  });
  /** The end of the user's mute here; the draft stays until then. */
  protected readonly mutedUntil = computed(() => {
    const mute = this.mutes().get(this.room().roomId);
    return mute ? momentOf(mute.until) : null;
  });
  protected readonly note = new MessageNote({
    text: this.text,
    governed: this.governed,
    mayMentionEveryone: this.mayMentionEveryone,
  });

  constructor() {
    marksEdited(this.edited);
    // Also for a text that another tab wrote or sent.
    afterRenderEffect(() => {
      this.text();
      this.field.fit();
    });
  }

  /** Restores an unsent text, unless the user typed another one meanwhile. */
  takeBack(text: string): void {
    this.drafts.offer(this.room().roomId, text);
    this.field.show(this.text());
  }

  /** Opens a message of the user for editing. The draft of a new message stays. */
  edit(message: Message): void {
    this.drafts.edit(message);
    this.field.show(this.text());
  }

  /** Makes the next message a reply. */
  reply(message: Message): void {
    this.drafts.answer(this.room().roomId, message.seq);
    this.field.show(this.text());
  }

  /** Attaches files to the new message. An edited message keeps the files that it has. */
  attach(files: readonly File[]): void {
    if (this.mutedUntil() !== null) return;
    this.files.attach(files);
    this.focus();
  }

  protected focus(): void {
    this.area().nativeElement.focus();
  }

  protected pasted(event: ClipboardEvent): void {
    const data = event.clipboardData;
    if (!data || !holdsFiles(data) || isText(data)) return;
    event.preventDefault();
    this.attach(filesIn(data).map((file) => named(file, serverNow())));
  }

  protected stopReplying(): void {
    this.drafts.answer(this.room().roomId, null);
  }

  /** The user typed, which the room may see. */
  protected typed(text: string): void {
    this.write(text);
    if (!this.edited() && !this.isEmpty()) this.typing.report(this.room().roomId);
  }

  protected write(text: string): void {
    this.drafts.write(this.room().roomId, text);
    const caret = this.field.selection.end;
    this.mentions.look(text, caret);
    this.rewrite(this.emojis.look(text, caret));
    this.field.fit();
  }

  /** Stops suggesting. */
  protected stopOffering(): void {
    this.mentions.stop();
    this.emojis.stop();
  }

  /** Puts an emoji from the dialog at the caret. */
  protected insert(emoji: string): void {
    const { start, end } = this.field.selection;
    const text = this.text();
    const before = text.slice(0, start) + emoji;
    this.rewrite({ text: before + text.slice(end), caret: before.length });
  }

  /** Completes the emoji being typed. */
  protected emoji(chosen: Parameters<EmojiOffers['complete']>[1]): void {
    this.rewrite(this.emojis.complete(this.text(), chosen));
  }

  private rewrite(written: { readonly text: string; readonly caret: number } | null): void {
    if (!written) return;
    this.drafts.write(this.room().roomId, written.text);
    this.field.show(this.text(), written.caret);
    this.stopOffering();
  }

  /** Completes the mention being typed. */
  protected mention(person: Mentionable): void {
    this.rewrite(this.mentions.complete(this.text(), person));
  }

  protected pressed(event: KeyboardEvent): void {
    if (event.shiftKey || event.altKey) return;
    const isTaken =
      this.mentions.press(event.key, (person) => this.mention(person)) ||
      this.emojis.press(event.key, (emoji) => this.emoji(emoji));
    if (isTaken) {
      event.preventDefault();
      return;
    }
    if (event.key === 'Enter') this.send();
    else if (event.key === 'Escape' && this.edited()) this.stopEditing();
    else if (event.key === 'Escape' && this.answered() !== null) this.stopReplying();
    else if (event.key === 'ArrowUp' && this.text() === '' && !this.edited() && this.mutedUntil() === null)
      this.editsLast.emit();
    else return;
    event.preventDefault();
  }

  protected send(): void {
    if (this.isEmpty() || this.note.isTooLong() || this.mutedUntil() !== null) return;
    const { roomId } = this.room();
    const text = this.text().toWellFormed();
    const edited = this.edited();
    // The text leaves the field only when the outbox holds it, or if the edit changes nothing.
    const isHeld = edited
      ? this.held(edited.msgId)?.text === text || this.outbox.edit({ roomId, ...edited }, text)
      : this.outbox.compose(roomId, text, this.draft() ?? {}, this.files.list());
    if (!isHeld) return;
    this.files.sent();
    this.drafts.finish(roomId);
    this.field.show(this.text());
    if (!edited) this.sent.emit();
  }

  /** Discards the edit. */
  protected stopEditing(): void {
    this.drafts.finish(this.room().roomId);
    this.field.show(this.text());
  }

  /** The message of this room, if the browser holds it. */
  private held(msgId: MsgId | undefined): Message | undefined {
    return this.rooms
      .held()
      .get(this.room().roomId)
      ?.timeline.messages.find((message) => message.msgId === msgId);
  }
}
