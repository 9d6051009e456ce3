import { describe, expect, it } from '@jest/globals';
import type { Call, CallId, LinkState, Peer, PeerId, RoomId, UserId } from '@devchitchat/contracts';
import { visiblePeers, rosterOf } from './roster';

const peer = (name: string): Peer => ({
  peerId: `p_${name}` as PeerId,
  userId: `u_${name}` as UserId,
  joinedAt: 0,
  muted: false,
  deafened: false,
  streams: [],
});
const [one, two, three] = [peer('1'), peer('2'), peer('3')];
const me = one.peerId;

const call = (peers: Peer[], away: Peer[] = []): Call => ({
  callId: 'c_1' as CallId,
  roomId: 'r_1' as RoomId,
  startedBy: one.userId,
  startedAt: 0,
  peers,
  away,
  head: 1,
});
interface Seen {
  readonly connected?: readonly Peer[];
  readonly interrupted?: readonly Peer[];
  readonly held?: readonly Peer[];
  readonly gone?: readonly Peer[];
}
const idsOf = (peers: readonly Peer[]) => new Set(peers.map(({ peerId }) => peerId));
const seen = (of: Call, { connected = [], interrupted = [], held = [], gone = [] }: Seen = {}) =>
  visiblePeers(of, {
    me,
    departed: idsOf(gone),
    links: new Map<PeerId, { readonly state: LinkState }>([
      ...connected.map(({ peerId }) => [peerId, { state: 'connected' }] as const),
      ...interrupted.map(({ peerId }) => [peerId, { state: 'interrupted' }] as const),
    ]),
    held: idsOf(held),
  });

describe('the visible peers of a call', () => {
  it('are those the server lists, linked or not', () => {
    expect(seen(call([one, two]))).toEqual([one, two]);
    expect([...rosterOf([one, two], me).values()]).toEqual([two]);
  });

  it('include peers listed as away while their link works', () => {
    expect(seen(call([one], [two, three]), { connected: [two] })).toEqual([one, two]);
  });

  it('include an away peer whose link is interrupted only if the link outlasted its connection to the server', () => {
    const away = call([one], [two, three]);
    expect(seen(away, { interrupted: [two, three], held: [two] })).toEqual([one, two]);
  });

  it('include this tab when the server lists it as away', () => {
    expect(seen(call([two], [one]))).toEqual([two, one]);
  });

  it('exclude peers that said goodbye, even while the server lists them', () => {
    expect(seen(call([one, two], [three]), { connected: [two, three], gone: [two, three] })).toEqual([one]);
  });
});
