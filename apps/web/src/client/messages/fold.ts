import { sentMessage, type AnyEvent, type Message, type RoomSnapshot } from '@devchitchat/contracts';
import { changed, changesOf, newer, type MessageChange } from './message-fold';
import { indexOfSeq } from './stretch';

/**
 * What is held of a room's conversation, in the order of `seq`. A stretch may be missing, where history was never asked
 * for; a message is never there twice.
 */
export interface Timeline {
  readonly messages: readonly Message[];
  /** The room's last message, held or not. */
  readonly headSeq: number;
  /**
   * Changes of messages that were not held then, oldest first. A page or a cache may bring such a message as it was before,
   * and then they are made good.
   */
  readonly changes: readonly MessageChange[];
}

export const emptyTimeline: Timeline = { messages: [], headSeq: 0, changes: [] };

/** Changes remembered for messages that are not held. Answers that are older than these are not under way any more. */
const mostChanges = 500;

/** The timeline after an event of its room's chain. One that was applied before changes nothing. */
export function fold(timeline: Timeline, event: AnyEvent): Timeline {
  const changes = changesOf(event);
  if (changes.length > 0) return changes.reduce(withChange, timeline);
  const message = sentMessage(event);
  return message ? withMessages(timeline, [message]) : timeline;
}

/** The timeline with messages from a page, a cache or an acknowledgement laid into it. */
export function withMessages(timeline: Timeline, added: readonly Message[]): Timeline {
  const { changes } = timeline;
  const current = changes.length === 0 ? added : added.map((message) => changes.reduce(changed, message));
  const messages = merge(timeline.messages, current);
  const headSeq = Math.max(timeline.headSeq, added.at(-1)?.seq ?? 0);
  return messages === timeline.messages && headSeq === timeline.headSeq ? timeline : { messages, headSeq, changes };
}

function withChange(timeline: Timeline, change: MessageChange): Timeline {
  const index = indexOfSeq(timeline.messages, change.body.seq);
  const before = timeline.messages[index];
  if (before?.seq !== change.body.seq) return withChangeToCome(timeline, change);
  const after = changed(before, change);
  return after === before ? timeline : { ...timeline, messages: timeline.messages.with(index, after) };
}

function withChangeToCome(timeline: Timeline, change: MessageChange): Timeline {
  const isKnown = timeline.changes.some(
    ({ eventId, body }) => eventId === change.eventId && body.seq === change.body.seq,
  );
  if (isKnown) return timeline;
  return { ...timeline, changes: [...timeline.changes, change].slice(-mostChanges) };
}

/**
 * The timeline after a snapshot. Older messages stay only if the snapshot continues them: a hole in the middle of what is
 * on the screen would look like a conversation that never was.
 */
export function withSnapshot(timeline: Timeline, snapshot: Pick<RoomSnapshot, 'messages' | 'headSeq'>): Timeline {
  const firstSeq = snapshot.messages[0]?.seq ?? 0;
  const continues = timeline.messages.some((message) => message.seq === firstSeq - 1 || message.seq === firstSeq);
  const messages = continues ? merge(timeline.messages, snapshot.messages) : snapshot.messages;
  return { ...timeline, messages, headSeq: Math.max(timeline.headSeq, snapshot.headSeq) };
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
    // Whichever of two answers was slower.
    if (before && newer(before, message) === before) continue;
    bySeq.set(message.seq, message);
    changed = true;
  }
  return changed ? [...bySeq.values()].sort((a, b) => a.seq - b.seq) : held;
}
