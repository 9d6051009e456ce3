import { accepted, type PeerId, type UserId } from '@devchitchat/contracts';
import type { Draft } from '@devchitchat/service-kit';
import { decide, type CallCommand, type FormerPeer } from '../calls/decide';
import { callAfter, roomOf, unmuted } from './history';
import { ada, bob, call } from './people';

/** A room of ada, its owner, and bob. */
export const room = roomOf(ada, bob);

/** `given(...events).when(command, by)`: the decision about a command after these events of a call in `room`. */
export const given = (...drafts: readonly Draft[]) => ({
  when: (command: CallCommand, by: UserId) => decide(callAfter(...drafts), room, command, by),
});

/** The events as the people of `room` receive them. */
export const heard = (...drafts: readonly Draft[]) => drafts.map((each) => ({ ...each, audience: [ada, bob] }));

export const refusal = (code: string) => ({ ok: false, error: { code } });

/** The decision for a command that changes nothing. */
export const nothing = accepted([]);

export const join = (peerId: PeerId, more: Partial<CallCommand & { type: 'join' }> = {}): CallCommand => ({
  type: 'join',
  peerId,
  streams: [],
  voice: unmuted,
  takeOver: false,
  formerly: null,
  newCallId: call,
  ...more,
});

export const takeOver = { takeOver: true };

/** The sender was in the call `call` before, and left it for this reason. */
export const wasIn = (leftBecause: FormerPeer['leftBecause'], more: Partial<FormerPeer> = {}) => ({
  formerly: { callId: call, userId: ada, leftBecause, endedBecause: null, ...more },
});
