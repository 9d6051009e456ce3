import { isEvent, messagingEvents, type AnyEvent, type Message, type RoomSnapshot } from '@devchitchat/contracts';

/**
 * What is held of a room's conversation, in the order of `seq`. A stretch may be missing, where history was never asked
 * for; a message is never there twice.
 */
export interface Timeline {
  readonly messages: readonly Message[];
  /** The room's last message, held or not. */
  readonly headSeq: number;
}

export const emptyTimeline: Timeline = { messages: [], headSeq: 0 };

/** The timeline after an event. Any order and any repetition of the same events gives the same timeline. */
export function fold(timeline: Timeline, event: AnyEvent): Timeline {
  const message = messageOf(event);
  return message ? withMessages(timeline, [message]) : timeline;
}

/** The timeline with messages from a page, a cache or an acknowledgement laid into it. */
export function withMessages(timeline: Timeline, added: readonly Message[]): Timeline {
  const messages = merge(timeline.messages, added);
  const headSeq = Math.max(timeline.headSeq, added.at(-1)?.seq ?? 0);
  return messages === timeline.messages && headSeq === timeline.headSeq ? timeline : { messages, headSeq };
}

/**
 * The timeline after a snapshot. Older messages stay only if the snapshot continues them: a hole in the middle of what is
 * on the screen would look like a conversation that never was.
 */
export function withSnapshot(timeline: Timeline, snapshot: Pick<RoomSnapshot, 'messages' | 'headSeq'>): Timeline {
  const firstSeq = snapshot.messages[0]?.seq ?? 0;
  const continues = timeline.messages.some((message) => message.seq === firstSeq - 1 || message.seq === firstSeq);
  const messages = continues ? merge(timeline.messages, snapshot.messages) : snapshot.messages;
  return { messages, headSeq: Math.max(timeline.headSeq, snapshot.headSeq) };
}

function messageOf(event: AnyEvent): Message | null {
  if (!isEvent(messagingEvents.messageSent, event) || event.actorUserId === null) return null;
  const { roomId, msgId, seq, clientMsgId } = event.body;
  const { eventId, ts, actorUserId: userId } = event;
  return { roomId, msgId, seq, eventId, userId, ts, clientMsgId, text: event.content?.text ?? null };
}

function merge(held: readonly Message[], added: readonly Message[]): readonly Message[] {
  const last = held.at(-1)?.seq ?? 0;
  const [first] = added;
  if (!first) return held;
  if (first.seq > last) return [...held, ...added];
  if ((added.at(-1)?.seq ?? 0) < (held[0]?.seq ?? 0)) return [...added, ...held];

  const bySeq = new Map(held.map((message) => [message.seq, message]));
  let changed = false;
  for (const message of added) {
    const before = bySeq.get(message.seq);
    // What was erased stays erased, whichever of the two answers was slower.
    if (before && (before.text === null || message.text !== null)) continue;
    bySeq.set(message.seq, message);
    changed = true;
  }
  return changed ? [...bySeq.values()].sort((a, b) => a.seq - b.seq) : held;
}
