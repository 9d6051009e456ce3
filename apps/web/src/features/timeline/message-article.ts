import { Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import type { Message, RoomId, UserId } from '@devchitchat/contracts';
import { refusalText } from '../../client/answers/answer-text';
import { isEditedHere } from '../../client/drafts/edited-message';
import { Outbox } from '../../client/outbox/outbox';
import type { OutboxEntry } from '../../client/unsent/outbox-policy';
import { SlowMode } from '../../client/outbox/slow-mode';
import { listOf, t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { muteOf } from '../../client/rooms/own-mutes';
import { Rooms } from '../../client/rooms/rooms';
import { Session } from '../../client/session/session';
import { mentionsPerson } from '../../client/reading/exact-mention-test';
import { Avatar } from '../../parts/avatar';
import { ControlLabel } from '../../platform/design/control-label';
import { Icon } from '../../platform/design/icon';
import { actionsFor, MessageActions, type MessageAction, type OfferedAction } from './message-actions';
import { isLongText } from './long-text';
import { actionOf } from './message-keys';
import { MessageFiles } from './message-files';
import { MessageText } from './message-text';
import { MessageTouch } from './message-touch';
import { QuotedLine } from '../../parts/quoted-line';
import { reactionGroups } from './reactions';
import { UnsentFiles } from './unsent-files';
import { serverNow } from '../../platform/time/server-clock';
import { clockTime, momentOf, narrowClockTime } from '../../platform/time/times';

let count = 0;

/** One message. */
@Component({
  selector: 'article[dccMessage]',
  hostDirectives: [MessageTouch],
  imports: [Avatar, ControlLabel, Icon, MessageActions, MessageFiles, MessageText, QuotedLine, Translate, UnsentFiles],
  host: {
    '[class.mentions-me]': 'mentionsMe()',
    '[class.first]': 'opensGroup()',
    '[class.editing]': 'editing()',
    '[class.pending]': "entry()?.state === 'pending'",
    '[class.failed]': "entry()?.state === 'failed'",
    '[attr.aria-label]': 'label()',
    '(pointerenter)': "isPointedAt.set($event.pointerType !== 'touch')",
    '(pointerleave)': 'isPointedAt.set(false)',
    '(focusin)': 'isInFocus.set(!touch.isTouched)',
    '(focusout)': 'leftFocus($event)',
    '(keydown)': 'pressed($event)',
  },
  templateUrl: './message-article.html',
})
export class MessageArticle {
  /** The message as the server has it; `null` while it is in flight. */
  readonly message = input.required<Message | null>();
  readonly userId = input.required<UserId>();
  readonly ts = input.required<number>();
  readonly text = input.required<string | null>();
  readonly roomId = input.required<RoomId>();
  /** The `seq` of the message that it replies to. */
  readonly replyTo = input.required<number | null>();
  readonly opensGroup = input.required<boolean>();
  readonly entry = input.required<OutboxEntry | null>();
  /** The reader is an owner or moderator here. */
  readonly moderates = input.required<boolean>();
  readonly pinned = input.required<boolean>();
  readonly retry = output<OutboxEntry>();
  readonly discard = output<OutboxEntry>();
  readonly chosen = output<MessageAction>();
  /** The reader wants to see the card of the author, or of a person mentioned. */
  readonly asksWho = output<UserId>();
  /** The reader wants to see the message that this one replies to. */
  readonly jumps = output<number>();

  private readonly directory = inject(Directory);
  protected readonly author = computed(() => this.directory.nameOf(this.userId()));
  protected readonly isBot = computed(() => this.directory.isBot(this.userId()));
  protected readonly tone = computed(() => this.directory.toneOf(this.userId()));
  protected readonly clock = computed(() => clockTime(this.ts()));
  protected readonly narrowClock = computed(() => narrowClockTime(this.ts()));
  protected readonly moment = computed(() => momentOf(this.ts()));
  protected readonly iso = computed(() => new Date(this.ts()).toISOString());
  protected readonly label = computed(() => `${this.author()}, ${this.clock()}`);

  protected readonly touch = inject(MessageTouch);
  protected readonly isPointedAt = signal(false);
  protected readonly isInFocus = signal(false);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly session = inject(Session);
  private readonly isMine = computed(() => this.userId() === this.session.me()?.userId);
  protected readonly mentionsMe = computed(() => {
    const [text, me] = [this.text(), this.session.me()];
    if (text === null || !me || this.isMine()) return false;
    return this.message()?.everyone === true || mentionsPerson(text, me.handle);
  });
  protected readonly wasEdited = computed(() => (this.message()?.revision ?? 0) > 0 && this.text() !== null);
  /** The reader is editing it. */
  protected readonly editing = isEditedHere(this.message);
  protected readonly isLong = computed(() => isLongText(this.text() ?? ''));
  /** The reader unfolded it, or the browser found a word further down. */
  protected readonly opened = signal(false);
  protected readonly isFolded = computed(() => this.isLong() && !this.opened());
  protected readonly textId = `text-${String((count += 1))}`;
  /** The files, which vanish with the text. */
  protected readonly files = computed(() => (this.text() === null ? [] : (this.message()?.files ?? [])));
  /** The files of a message that the server does not have. */
  protected readonly unsentFiles = computed(() => {
    const entry = this.entry();
    return entry?.kind === 'send' ? (entry.attachments ?? []) : [];
  });
  private readonly offered = computed<readonly OfferedAction[]>(() => {
    if (!this.message() || this.text() === null) return [];
    const [isMine, moderates, pinned, wasEdited] = [this.isMine(), this.moderates(), this.pinned(), this.wasEdited()];
    return actionsFor({ isMine, moderates, pinned, wasEdited });
  });
  protected readonly actions = computed(() => (this.isPointedAt() || this.isInFocus() ? this.offered() : []));
  private readonly outbox = inject(Outbox);
  private readonly slowMode = inject(SlowMode);
  private readonly rooms = inject(Rooms);
  /** Why it is not in flight: slow mode, or a mute of its author. */
  protected readonly waits = computed(() => {
    if (this.entry()?.kind !== 'send') return '';
    const mute = muteOf(this.rooms.held().get(this.roomId()), this.userId());
    if (mute && mute.until > serverNow()) return t('Waiting for the end of your mute. It will be sent automatically.');
    if (this.slowMode.waits().has(this.roomId())) return t('Waiting for slow mode. It will be sent automatically.');
    return this.unsentFiles().length > 0 ? t('It will be sent when its files are uploaded.') : '';
  });
  protected readonly reactions = computed(() => {
    const message = this.message();
    if (!message || this.text() === null) return [];
    const unsent = this.outbox.entries().filter((entry) => entry.kind === 'react' && entry.msgId === message.msgId);
    return reactionGroups(message.reactions, unsent, this.session.me()?.userId).map((group) => {
      const names = group.userIds.map((userId) => this.directory.nameOf(userId));
      const label = `${group.emoji}, ${String(group.userIds.length)}: ${names.join(', ')}`;
      return { ...group, who: listOf(names), label };
    });
  });
  protected readonly editedAt = computed(() => {
    const editedAt = this.message()?.editedAt;
    return editedAt ? t('Edited {moment}. Show edit history.', { moment: momentOf(editedAt) }) : '';
  });
  /** Edited on another service before an import, which did not include the earlier text. */
  protected readonly editedElsewhere = computed(() => {
    const editedAt = this.wasEdited() ? null : this.message()?.editedAt;
    return editedAt ? t('Edited {moment}', { moment: momentOf(editedAt) }) : null;
  });
  /** The text shown in place of a deleted message. */
  protected readonly tombstone = computed(() => {
    const deleted = this.message()?.deleted;
    if (!deleted || deleted.by === this.userId()) return t('This message was deleted.');
    const by = t('Deleted by {name}', { name: this.directory.nameOf(deleted.by) });
    return deleted.reason === null ? `${by}.` : `${by}: ${deleted.reason}`;
  });
  /** The refused change, as a sentence with the intended text. */
  protected readonly refusedChange = computed(() => {
    const entry = this.entry();
    if (entry?.kind === 'edit') return t('Your edit “{text}” was not saved.', { text: entry.text });
    if (entry?.kind === 'react') return t('Your reaction {emoji} was not saved.', { emoji: entry.emoji });
    return t(entry?.kind === 'delete' ? 'Not deleted.' : 'Not sent.');
  });

  /** Why the server refused the entry; entries stored by earlier versions have it as a sentence. */
  protected readonly whyItFailed = computed(() => {
    const { refusal, reason = '' } = this.entry() ?? {};
    return refusal ? refusalText(refusal) : reason;
  });

  constructor() {
    this.touch.asksActions.subscribe(() => {
      if (this.offered().length > 0) this.chosen.emit('sheet');
    });
  }

  /** Adds a reaction, or takes the reader's own back. */
  protected toggle(emoji: string): void {
    const message = this.message();
    const isMine = this.reactions().some((reaction) => reaction.emoji === emoji && reaction.isMine);
    if (message) this.outbox.react(message, emoji, !isMine);
  }

  /**
   * Letters act only on a message that got the focus by keyboard: after a click, a user who types wants to write a
   * message. They also act on a button of the message, such as its author.
   */
  protected pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).matches('input, textarea')) return;
    const action = actionOf(event.key, this.actions());
    if (action === null || !(event.target as Element).matches(':focus-visible')) return;
    event.preventDefault();
    this.chosen.emit(action);
  }

  protected leftFocus({ relatedTarget }: FocusEvent): void {
    this.isInFocus.set(relatedTarget instanceof Node && this.host.contains(relatedTarget));
  }
}
