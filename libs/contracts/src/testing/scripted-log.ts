import type { AnyEvent, EventType } from '../grammar/event';
import type { MsgId, UserId } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { messagingEvents, withLine, type Message, type RoomSnapshot } from '../messaging';
import { reasonsErasedBy } from './erased-reasons';

/** Event ids skip, as in a log that many rooms share. */
export const idStep = 3;

/**
 * The log of one room and the snapshot that is expected after each of its events. Subclasses append an event with `append`
 * and then record with `note` what it changes, once for each event.
 */
export class ScriptedLog {
  readonly events: AnyEvent[] = [];
  private readonly snapshots: RoomSnapshot[];

  /** @param start the snapshot before the first event */
  constructor(start: RoomSnapshot) {
    this.snapshots = [start];
  }

  /** The expected snapshot after the first `count` events. */
  snapshotAfter(count: number): RoomSnapshot {
    const snapshot = this.snapshots[count];
    if (!snapshot) throw new Error(`the log has no event ${String(count)}`);
    return snapshot;
  }

  get latest(): RoomSnapshot {
    return this.snapshotAfter(this.events.length);
  }

  /** The events as read from the disk at the end: deleted messages have lost their content. */
  get eventsLeft(): readonly AnyEvent[] {
    const holdsText = new Set<string>([messagingEvents.messageSent.type, messagingEvents.messageEdited.type]);
    const deleted = new Set(this.latest.messages.filter((message) => message.deleted).map(({ msgId }) => msgId));
    const isDeleted = ({ type, body }: AnyEvent) =>
      holdsText.has(type) && deleted.has((body as { msgId: MsgId }).msgId);
    const isErased = (event: AnyEvent) => this.events.some((other) => reasonsErasedBy(other, [event]).length > 0);
    return this.events.map((event) => (isDeleted(event) || isErased(event) ? { ...event, content: null } : event));
  }

  protected messageAt(seq: number): Message {
    const message = this.latest.messages.find((other) => other.seq === seq);
    if (!message) throw new Error(`message ${String(seq)} is not in the snapshot`);
    return message;
  }

  protected change(seq: number, change: (before: Message) => Partial<Message>): this {
    return this.note(({ messages }) => ({
      messages: messages.map((message) => (message.seq === seq ? { ...message, ...change(message) } : message)),
    }));
  }

  protected append(type: EventType, actorUserId: UserId | null, body: unknown, content: unknown = null): AnyEvent {
    const prev = this.events.at(-1)?.eventId ?? 0;
    const event: AnyEvent = {
      eventId: prev + idStep,
      prev,
      ts: 1_000 + this.events.length,
      actorUserId,
      scope: { kind: 'room', id: this.latest.room.roomId },
      type: type.type,
      trace: '0123456789abcdef',
      body,
      content,
    };
    this.events.push(event);
    return event;
  }

  /** Changes the latest snapshot: one more consequence of the last event. */
  protected correct(change: (before: RoomSnapshot) => Partial<RoomSnapshot>): this {
    const after = this.snapshots.pop() ?? this.latest;
    this.snapshots.push({ ...after, ...change(after) });
    return this;
  }

  /** Records the snapshot after the last event. */
  protected note(change: (before: RoomSnapshot) => Partial<RoomSnapshot>): this {
    const before = this.snapshots.at(-1) ?? this.latest;
    const event = this.events.at(-1);
    const after = { ...before, ...change(before), head: event?.eventId ?? 0 };
    const [first] = after.messages;
    const since = first && first.seq > 1 ? first.eventId : 0;
    const told = event ? withLine(before.lines ?? [], event) : [];
    const lines = told.filter(({ eventId }) => eventId > since).slice(-limits.linesPerPage);
    this.snapshots.push(lines.length > 0 ? { ...after, lines } : after);
    return this;
  }
}
