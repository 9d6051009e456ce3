import { expect, it } from '@jest/globals';
import type { Peer, PeerId, UserId } from '@devchitchat/contracts';
import type { Slot } from '../mesh/slots';
import { rosterOf } from './roster';
import { ownTiles, remoteTiles } from './tiles';

const ada = 'p_ada' as PeerId;
const track = (id: string) => ({ id }) as MediaStreamTrack;
const sharing: Peer = {
  peerId: ada,
  userId: 'u_ada' as UserId,
  joinedAt: 0,
  muted: false,
  deafened: false,
  streams: [
    { kind: 'screen', sound: true },
    { kind: 'camera', sound: false },
  ],
};
const roster = rosterOf([sharing], 'p_me' as PeerId);

it('a peer has one tile for each stream it publishes, with the track of its link', () => {
  const link = { state: 'connected' as const, receives: (slot: Slot) => track(slot) };
  const tiles = remoteTiles(roster, new Map([[ada, link]]), () => 'Ada');
  expect(tiles.map(({ key, name, track: shown, link: state }) => [key, name, shown?.id, state])).toEqual([
    ['p_ada screen', 'Ada', 'screen', 'connected'],
    ['p_ada camera', 'Ada', 'camera', 'connected'],
  ]);
});

it('a tile of a peer without a link has no track and is connecting', () => {
  const [tile] = remoteTiles(roster, new Map(), () => 'Ada');
  expect(tile).toMatchObject({ track: null, link: 'connecting', isMine: false });
});

it('the user has a tile of their own for each open camera and screen', () => {
  const mine = { peerId: ada, name: 'Ada', voice: { muted: true, deafened: false } };
  expect(ownTiles({ ...mine, camera: undefined, screen: undefined })).toEqual([]);
  expect(ownTiles({ ...mine, camera: track('c'), screen: undefined })).toEqual([
    {
      key: 'mine camera',
      peerId: ada,
      name: 'Ada',
      kind: 'camera',
      track: track('c'),
      link: null,
      muted: true,
      deafened: false,
      isMine: true,
    },
  ]);
});
