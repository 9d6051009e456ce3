import { signal } from '@angular/core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CallId, RoomKind, RoomRole } from '@devchitchat/contracts';
import { RoomLog } from '@devchitchat/contracts/testing';
import { Calls } from '../../client/call/state/calls';
import { withRoomSnapshot } from '../../client/rooms/held-room';
import { ada, bob, memberOf, signedInAs } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { EndCall } from './end-call';

const { render, screen, settled, user } = page();

const callId = 'c_garden' as CallId;
const empty = withRoomSnapshot(undefined, new RoomLog().latest);

describe('the menu item that ends a call', () => {
  const byRoom = signal(new Map([[empty.room.roomId, { callId }]]));
  let connection: ScriptedConnection;
  beforeEach(() => {
    connection = new ScriptedConnection();
    byRoom.set(new Map([[empty.room.roomId, { callId }]]));
  });
  /** In the menu of Bob, who has this role in a room of this kind that Ada owns. */
  const shown = (role: RoomRole, kind: RoomKind = 'public') =>
    render(EndCall, {
      inputs: {
        held: { ...empty, room: { ...empty.room, kind }, members: [memberOf(ada, 'owner'), memberOf(bob, role)] },
      },
      providers: [connection.provider, signedInAs(bob), { provide: Calls, useValue: { byRoom } }],
    });
  const item = () => screen.queryByRole('menuitem');

  it('ends the call of the room', async () => {
    connection.accepts('rtc.end_call', {});
    await shown('mod');
    await user.click(item()!);
    expect(connection.asked).toEqual([{ name: 'rtc.end_call', draft: { callId } }]);
  });

  it.each([
    ['moderator', 'mod', 'public', true],
    ['member', 'member', 'public', false],
    ['member of a private room', 'member', 'private', false],
    ['participant of a direct conversation', 'member', 'direct', true],
  ] as const)('is offered according to the role: %s', async (_, role, kind, isOffered) => {
    await shown(role, kind);
    expect(item() !== null).toBe(isOffered);
  });

  it('disappears with the call', async () => {
    await shown('mod');
    byRoom.set(new Map());
    await settled();
    expect(item()).toBeNull();
  });
});
