import { Component, output, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { lobbyName, type Room, type User } from '@devchitchat/contracts';
import { RoomLog } from '@devchitchat/contracts/testing';
import { InvitePeople } from '../../features/invite/invite-people';
import { type HeldRoom, withRoomSnapshot } from '../../client/rooms/held-room';
import { RoomNames } from '../../client/rooms/room-names';
import { Rooms } from '../../client/rooms/rooms';
import { ada, bob, garden, memberOf, peopleHere, signedInAs } from '../../client/testing/people';
import { page } from '../../platform/testing/page';
import { RoomBeginning } from './room-beginning';

const { render, screen, user } = page();

@Component({ selector: 'dcc-invite-people', template: `<p>Invites</p>` })
class InvitesStub {
  readonly closed = output();
}

const lobby: Room = { ...garden, name: lobbyName, createdBy: null };
const empty = withRoomSnapshot(undefined, new RoomLog().joined(ada.userId).joined(bob.userId).latest);
const talked = withRoomSnapshot(undefined, new RoomLog().joined(ada.userId).said(ada.userId, 'hello').latest);

describe('the beginning of a room', () => {
  const shown = (held: HeldRoom, me: User = bob) => {
    TestBed.overrideComponent(RoomBeginning, { remove: { imports: [InvitePeople] }, add: { imports: [InvitesStub] } });
    return render(RoomBeginning, {
      inputs: { held },
      providers: [
        signedInAs(me),
        peopleHere(ada, bob),
        RoomNames,
        { provide: Rooms, useValue: { held: signal(new Map()) } },
      ],
    });
  };
  const words = () => [screen.getByRole('heading').textContent, screen.getByRole('paragraph').textContent];
  const ofRoom = (held: HeldRoom, room: Partial<Room>): HeldRoom => ({ ...held, room: { ...garden, ...room } });
  const inviting = () => screen.queryByRole('button', { name: 'Invite a friend' });

  it.each([
    [
      'a public room',
      ofRoom(talked, {}),
      ['This is where garden begins', 'Everyone on this server can find and join this room.'],
    ],
    [
      'a private room',
      ofRoom(talked, { kind: 'private' }),
      ['This is where garden begins', 'Only its members can see this room.'],
    ],
    ['a room with a topic', ofRoom(talked, { topic: 'Beds' }), ['This is where garden begins', 'Beds']],
    [
      'a room without messages',
      ofRoom(empty, {}),
      ['No messages yet', 'Everyone on this server can find and join this room.'],
    ],
    [
      'a conversation',
      ofRoom(empty, { kind: 'direct' }),
      ['This is the beginning of your conversation with Ada', 'Only the people in it can read it.'],
    ],
    [
      'notes to self',
      { ...ofRoom(empty, { kind: 'direct' }), members: [memberOf(bob)] },
      ['Notes to self', 'Only you can read them.'],
    ],
    [
      'a room whose earlier messages the user may not see',
      { ...ofRoom(talked, { topic: 'Beds' }), members: [{ ...memberOf(bob), historyStart: 2 }] },
      ['Earlier messages aren’t shown', 'The person who added you chose to hide them.'],
    ],
  ] as const)('says what %s is', async (_room, held, expected) => {
    await shown(held);
    expect(words()).toEqual(expected);
  });

  it('suggests to an admin to invite someone into the empty lobby', async () => {
    await shown({ ...empty, room: lobby }, ada);
    expect(words()[1]).toBe('The lobby is for everyone on this server. Say hello.');
    await user.click(inviting()!);
    expect(await screen.findByText('Invites')).toBeTruthy();
  });

  it.each([
    ['to members', { ...empty, room: lobby }, bob],
    ['in another room', ofRoom(empty, {}), ada],
    ['once someone has written', { ...talked, room: lobby }, ada],
  ] as const)('does not suggest that %s', async (_case, held, me) => {
    await shown(held, me);
    expect(inviting()).toBeNull();
  });
});
