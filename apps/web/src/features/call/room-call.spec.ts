import { signal } from '@angular/core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Peer, PeerId, RoomId } from '@devchitchat/contracts';
import { CallLauncher } from '../../client/call/call-launcher';
import { Calls } from '../../client/call/state/calls';
import { CurrentCall } from '../../client/call/state/current-call';
import { RejoinOffer } from '../../client/call/state/rejoin-offer';
import { RoomNames } from '../../client/rooms/room-names';
import { RoomOnPage } from '../../client/rooms/room-on-page';
import { ada, bob, garden, peopleHere, signedInAs } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { JoinCall } from './join-call';
import { RejoinNotice } from './rejoin-notice';
import { RoomCall } from './room-call';

const { render, screen, settled, user } = page();

const { roomId } = garden;
const otherRoom = 'r_attic' as RoomId;
const peer = (person: typeof ada): Peer => ({
  peerId: `p_${person.handle}` as PeerId,
  userId: person.userId,
  joinedAt: 1_000,
  muted: false,
  deafened: false,
  streams: [],
});

const people = signal<ReadonlyMap<RoomId, readonly Peer[]>>(new Map());
const offered = signal<RoomId | null>(null);
let currentCall: CurrentCall;
let onPage: RoomOnPage;
let done: unknown[];
beforeEach(() => {
  people.set(new Map());
  offered.set(null);
  currentCall = new CurrentCall();
  onPage = new RoomOnPage();
  done = [];
});
const providers = () => [
  signedInAs(bob),
  peopleHere(ada, bob),
  { provide: CurrentCall, useValue: currentCall },
  { provide: RoomOnPage, useValue: onPage },
  { provide: Calls, useValue: { people } },
  { provide: RoomNames, useValue: { ofId: () => 'garden' } },
  {
    provide: RejoinOffer,
    useValue: {
      roomId: offered,
      forget: () => {
        offered.set(null);
      },
    },
  },
  {
    provide: CallLauncher,
    useValue: {
      isReady: signal(false),
      prefetch: () => done.push('prefetch'),
      join: (room: RoomId) => done.push(['join', room]),
      moveHere: (room: RoomId) => done.push(['moveHere', room]),
    },
  },
];

describe('the call of the room on the page', () => {
  const shown = () => render(RoomCall, { inputs: { roomId }, providers: providers() });
  const statuses = () => screen.queryAllByRole('status').map((status) => status.textContent);
  const strip = () => document.querySelector('.call-strip')?.textContent;

  it('is invisible while there is none', async () => {
    await shown();
    expect(statuses()).toEqual([]);
    expect(strip()).toBeUndefined();
  });

  it('lists each participant once for users who are not in it', async () => {
    people.set(new Map([[roomId, [peer(ada), peer(bob), { ...peer(ada), peerId: 'p_ada_2' as PeerId }]]]));
    await shown();
    expect(strip()).toMatch(/Ada and Bob/);
  });

  it('shows the call region to a user who joins, while the code of calls loads', async () => {
    people.set(new Map([[roomId, [peer(ada)]]]));
    await shown();
    currentCall.join(roomId);
    await settled();
    expect(screen.getByRole('region', { name: 'Call' })).toBeTruthy();
    expect(strip()).toBeUndefined();
  });

  it('stays as it is while the user joins the call of another room', async () => {
    await shown();
    currentCall.join(otherRoom);
    await settled();
    expect(screen.queryByRole('region', { name: 'Call' })).toBeNull();
  });

  it('offers to move the call here from another device', async () => {
    people.set(new Map([[roomId, [peer(bob)]]]));
    await shown();
    currentCall.offerMove(roomId);
    await settled();
    await user.click(screen.getByRole('button', { name: 'Move here' }));
    expect(done).toEqual([['moveHere', roomId]]);
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(statuses()).toEqual([]);
  });

  it('withdraws that offer once the other device has left', async () => {
    people.set(new Map([[roomId, [peer(bob)]]]));
    await shown();
    currentCall.offerMove(roomId);
    people.set(new Map());
    await settled();
    expect(screen.queryByRole('button', { name: 'Move here' })).toBeNull();
  });

  it('offers to rejoin an interrupted call of this room only', async () => {
    offered.set(otherRoom);
    await shown();
    expect(screen.queryByRole('button', { name: 'Rejoin' })).toBeNull();
    offered.set(roomId);
    await settled();
    expect(screen.getByRole('button', { name: 'Rejoin' })).toBeTruthy();
  });

  it('says who ended the call, until that is dismissed', async () => {
    await shown();
    currentCall.end(roomId, { endedBy: ada.userId });
    await settled();
    expect(statuses()).toEqual([expect.stringContaining('Ada')]);
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(statuses()).toEqual([]);
  });

  it('reports which room is on the page, and that none is when it goes', async () => {
    const { fixture } = await shown();
    expect(onPage.roomId()).toBe(roomId);
    fixture.componentRef.setInput('roomId', otherRoom);
    await settled();
    expect(onPage.roomId()).toBe(otherRoom);
    fixture.destroy();
    expect(onPage.roomId()).toBeNull();
  });
});

describe('the button that joins a call', () => {
  const shown = () => render(JoinCall, { inputs: { roomId }, providers: providers() });

  it('loads the code of calls ahead of the click, and joins', async () => {
    await shown();
    const button = screen.getByRole('button', { name: 'Join call' });
    await user.hover(button);
    expect(done).toContain('prefetch');
    await user.click(button);
    expect(done.at(-1)).toEqual(['join', roomId]);
  });

  it('is missing during the call of its room, and only then', async () => {
    await shown();
    currentCall.join(otherRoom);
    await settled();
    expect(screen.queryByRole('button')).not.toBeNull();
    currentCall.join(roomId);
    await settled();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('the offer to rejoin a call', () => {
  it('rejoins in place of the interrupted peer', async () => {
    await render(RejoinNotice, { inputs: { roomId }, providers: providers() });
    await user.click(screen.getByRole('button', { name: 'Rejoin' }));
    expect(done).toEqual([['moveHere', roomId]]);
  });

  it('names the room unless that is the one on the page', async () => {
    const { fixture } = await render(RejoinNotice, { inputs: { roomId }, providers: providers() });
    expect(screen.getByRole('status').textContent).toContain('garden');
    fixture.componentRef.setInput('isHere', true);
    await settled();
    expect(screen.getByRole('status').textContent).not.toContain('garden');
  });

  it('is withdrawn when dismissed', async () => {
    offered.set(roomId);
    await render(RejoinNotice, { inputs: { roomId }, providers: providers() });
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(offered()).toBeNull();
  });
});
