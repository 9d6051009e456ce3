import type { Call as CallSnapshot, Peer as PeerSnapshot } from '@devchitchat/contracts';
import type { Call } from './call';

/** The call as sent to clients. */
export const snapshotOf = ({ peers, away, ...call }: Call): CallSnapshot => ({
  ...call,
  peers: peersOf(peers),
  away: peersOf(away),
});

const peersOf = (peers: Call['peers']): PeerSnapshot[] =>
  [...peers].map(([peerId, { userId, joinedAt, streams, voice }]) => ({
    peerId,
    userId,
    joinedAt,
    ...voice,
    streams: [...streams.values()],
  }));
