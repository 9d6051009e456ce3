import { expect, it } from '@jest/globals';
import type { LinkState, Peer, PeerId, UserId } from '@devchitchat/contracts';
import { participantsOf } from './participants';
import { rosterOf } from './roster';

const peer = (name: string): Peer => ({
  peerId: `p_${name}` as PeerId,
  userId: `u_${name}` as UserId,
  joinedAt: 0,
  muted: true,
  deafened: false,
  streams: [],
});
const link = (state: LinkState) => ({ state, relayProblem: null });
const roster = rosterOf([peer('ada'), peer('bob'), peer('cleo')], 'p_me' as PeerId);

it('participants carry the problem of their link, and a peer without a link is connecting', () => {
  const working = link('connected');
  const stalled = link('connected');
  const links = new Map([
    ['p_ada' as PeerId, working],
    ['p_bob' as PeerId, stalled],
  ]);
  const participants = participantsOf(roster, {
    links,
    nameOf: (userId) => userId.slice(2),
    isStalled: (each) => each === stalled,
  });
  expect(participants.map(({ name, muted, problem }) => [name, muted, problem?.sentence ?? null])).toEqual([
    ['ada', true, null],
    ['bob', true, 'Connected, but nothing is arriving from them.'],
    ['cleo', true, 'Connecting…'],
  ]);
});
