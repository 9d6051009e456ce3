import type { Reading, RoomId } from '@devchitchat/contracts';

/** The server's report about messages that are perhaps not held, by `seq`. */
export interface Told {
  /** They mention the user. */
  readonly mentions: readonly number[];
  /** They do not count: deleted, or the user's own. */
  readonly quiet: readonly number[];
}

export const nothingTold: Told = { mentions: [], quiet: [] };

/** The server's report by room. */
export function toldBy({ mentions, quiet = [] }: Reading): ReadonlyMap<RoomId, Told> {
  const told = new Map<RoomId, Told>();
  for (const { roomId, seqs } of mentions) told.set(roomId, { ...nothingTold, mentions: seqs });
  for (const { roomId, seqs } of quiet) told.set(roomId, { ...(told.get(roomId) ?? nothingTold), quiet: seqs });
  return told;
}
