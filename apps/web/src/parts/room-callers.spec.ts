import { signal } from '@angular/core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Peer, PeerId, RoomId } from '@devchitchat/contracts';
import { ActiveSpeakers } from '../client/call/state/active-speakers';
import { Calls } from '../client/call/state/calls';
import { ada, bob, garden, peopleHere } from '../client/testing/people';
import { page } from '../platform/testing/page';
import { RoomCallers } from './room-callers';

const { render, screen, settled } = page();

const peer = ({ handle, userId }: typeof ada, more: Partial<Peer> = {}): Peer => ({
  peerId: `p_${handle}` as PeerId,
  userId,
  joinedAt: 1_000,
  muted: false,
  deafened: false,
  streams: [],
  ...more,
});

describe('the participants of a call below their room', () => {
  const people = signal<ReadonlyMap<RoomId, readonly Peer[]>>(new Map());
  const peerIds = signal<ReadonlySet<PeerId>>(new Set());
  beforeEach(() => {
    people.set(new Map());
    peerIds.set(new Set());
  });
  const shown = () =>
    render(RoomCallers, {
      inputs: { roomId: garden.roomId, roomName: 'garden' },
      providers: [
        peopleHere(ada, bob),
        { provide: Calls, useValue: { people } },
        { provide: ActiveSpeakers, useValue: { peerIds } },
      ],
    });
  const calling = (...peers: readonly Peer[]) => {
    people.set(new Map([[garden.roomId, peers]]));
  };
  const spoken = () =>
    screen.getAllByRole('listitem').map((caller) => caller.querySelector('dcc-voice-marks')?.textContent.trim());

  it('are missing without a call', async () => {
    people.set(new Map([['r_attic' as RoomId, [peer(ada)]]]));
    await shown();
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('are named, with what each one shows and hears', async () => {
    const streams: Peer['streams'] = [
      { kind: 'camera', sound: false },
      { kind: 'screen', sound: true },
    ];
    calling(peer(ada, { streams }), peer(bob, { muted: true, deafened: true }));
    await shown();
    expect(screen.getByRole('list', { name: 'In the call in garden' })).toBeTruthy();
    expect(screen.getAllByText(/^(Ada|Bob)$/).map(({ textContent }) => textContent)).toEqual(['Ada', 'Bob']);
    expect(spoken()).toEqual([', sharing a screen, camera on', ', muted, deafened']);
  });

  it('are marked while they speak, unless they are muted', async () => {
    calling(peer(ada), peer(bob, { muted: true }));
    await shown();
    peerIds.set(new Set([peer(ada).peerId, peer(bob).peerId]));
    await settled();
    expect(screen.getAllByRole('listitem').map(({ className }) => className)).toEqual(['speaking', '']);
  });
});
