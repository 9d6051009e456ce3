import {
  sentMessage,
  withLine,
  type AnyEvent,
  type Message,
  type RoomLine,
  type RoomSnapshot,
} from '@devchitchat/contracts';
import { changed, changesOf, newer, type MessageChange } from './message-fold';
import { mergedLines } from './lines';
import { indexOfSeq } from './stretch';

/**
 * The held messages of a room, in the order of `seq`. Ranges that were never requested may be missing; no message
 * appears twice.
 */
export interface Timeline {
  readonly messages: readonly Message[];
  /** The `seq` of the room's last message, held or not. */
  readonly headSeq: number;
  /**
   * Changes of messages that were not held at the time, oldest first. They are applied if a page or the cache later
   * brings an older version of such a message.
   */
  readonly changes: readonly MessageChange[];
  /** The lines between the held messages, in order. */
  readonly lines: readonly RoomLine[];
}

export const emptyTimeline: Timeline = { messages: [], headSeq: 0, changes: [], lines: [] };

/** Limit of remembered changes for messages that are not held. No reply older than these is still in flight. */
const maxChanges = 500;

/** The timeline after an event of its room's chain. An event that was applied before changes nothing. */
export function fold(timeline: Timeline, event: AnyEvent): Timeline {
  const changes = changesOf(event);
  if (changes.length > 0) return changes.reduce(withChange, timeline);
  const message = sentMessage(event);
  if (message) return withMessages(timeline, [message]);
  const lines = withLine(timeline.lines, event);
  return lines === timeline.lines ? timeline : { ...timeline, lines };
}

/** The timeline with the messages of a page, a cache or an acknowledgement merged into it, and the lines beside them. */
export function withMessages(timeline: Timeline, added: readonly Message[], told: readonly RoomLine[] = []): Timeline {
  const { changes } = timeline;
  const lines = mergedLines(timeline.lines, told);
  const current = changes.length === 0 ? added : added.map((message) => changes.reduce(changed, message));
  const messages = merge(timeline.messages, current);
  const headSeq = Math.max(timeline.headSeq, added.at(-1)?.seq ?? 0);
  const isKnown = messages === timeline.messages && lines === timeline.lines && headSeq === timeline.headSeq;
  return isKnown ? timeline : { messages, headSeq, changes, lines };
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
  return { ...timeline, changes: [...timeline.changes, change].slice(-maxChanges) };
}

/**
 * The timeline after a snapshot. Keeps older messages only if the snapshot continues them: a hidden gap would show a
 * conversation that never took place.
 */
export function withSnapshot(
  timeline: Timeline,
  snapshot: Pick<RoomSnapshot, 'messages' | 'headSeq' | 'lines'>,
): Timeline {
  const firstSeq = snapshot.messages[0]?.seq ?? 0;
  const continues = timeline.messages.some((message) => message.seq === firstSeq - 1 || message.seq === firstSeq);
  const messages = continues ? merge(timeline.messages, snapshot.messages) : snapshot.messages;
  const told = snapshot.lines ?? [];
  const lines = continues ? mergedLines(timeline.lines, told) : told;
  return { ...timeline, messages, lines, headSeq: Math.max(timeline.headSeq, snapshot.headSeq) };
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
    // An older version from the slower of two replies.
    if (before && newer(before, message) === before) continue;
    bySeq.set(message.seq, message);
    changed = true;
  }
  return changed ? [...bySeq.values()].sort((a, b) => a.seq - b.seq) : held;
}
