import type { Call as CallSnapshot } from '@devchitchat/contracts';
import type { Call } from './call';

/** The call as it goes over the wire. */
export const snapshotOf = ({ peers, ...call }: Call): CallSnapshot => ({
  ...call,
  peers: [...peers].map(([peerId, { userId, joinedAt, streams }]) => ({
    peerId,
    userId,
    joinedAt,
    streams: [...streams.values()],
  })),
});
