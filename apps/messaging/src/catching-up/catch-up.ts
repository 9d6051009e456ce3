import type { AnyEvent } from '@devchitchat/contracts';

/** How a member who holds a room up to an event is brought up to its last one. */
export type WayToCatchUp = 'none' | 'events' | 'snapshot';

export interface Standing {
  /** The event by which they came into the room, the last time they did. */
  readonly joined: number;
  /** The last event of the room that they hold; `undefined` when they hold nothing of it. */
  readonly held: number | undefined;
  /** The room's last event. */
  readonly head: number;
}

export function wayToCatchUp({ joined, held, head }: Standing): WayToCatchUp {
  if (held === head) return 'none';
  // Beyond the head: what they hold is from a log that is not this one, such as before a backup was restored.
  if (held === undefined || held > head) return 'snapshot';
  // Before they came in: they were here earlier, left, and saw nothing of what happened in between.
  if (held < joined) return 'snapshot';
  return 'events';
}

/** Whether an event is for somebody who may see the messages of its room from `historyStart` on: those about earlier ones are not. */
export function mayHear({ body }: Pick<AnyEvent, 'body'>, historyStart: number): boolean {
  const about = body as { readonly seq?: number; readonly messages?: readonly { readonly seq: number }[] };
  // Of several messages that one event is about, everybody may see all or none.
  const seq = about.seq ?? about.messages?.[0]?.seq;
  return seq === undefined || seq >= historyStart;
}
