import type { AnyEvent } from '@devchitchat/contracts';

/** How a member is brought from the last event they hold to the room's head. */
export type WayToCatchUp = 'none' | 'events' | 'snapshot';

export interface SyncState {
  /** The event by which they last joined the room. */
  readonly joined: number;
  /** The last event of the room that they hold; `undefined` if they hold none. */
  readonly held: number | undefined;
  /** The room's last event. */
  readonly head: number;
}

/** Compares event ids only. `none` means that the member holds everything. */
export function wayToCatchUp({ joined, held, head }: SyncState): WayToCatchUp {
  if (held === head) return 'none';
  // Beyond the head: the client holds events of another log, such as one from before a restore.
  if (held === undefined || held > head) return 'snapshot';
  // Before the join: the member left and came back, and must not see the events in between.
  if (held < joined) return 'snapshot';
  return 'events';
}

/**
 * Whether a member who sees the room from `historyStart` on receives the event. Events about earlier messages are
 * withheld.
 */
export function mayHear({ body }: Pick<AnyEvent, 'body'>, historyStart: number): boolean {
  const about = body as { readonly seq?: number; readonly messages?: readonly { readonly seq: number }[] };
  // A member may see either all or none of the messages that one event is about.
  const seq = about.seq ?? about.messages?.[0]?.seq;
  return seq === undefined || seq >= historyStart;
}
