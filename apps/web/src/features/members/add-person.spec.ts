import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RoomKind } from '@devchitchat/contracts';
import type { HeldRoom } from '../../client/rooms/held-room';
import { ada, bob, cyd, garden, memberOf, peopleHere } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { AddPerson } from './add-person';
import { BannedPeople } from './banned-people';

const { render, screen, user } = page();

const held = (kind: RoomKind = 'public') =>
  ({
    room: { ...garden, kind },
    members: [memberOf(ada, 'owner')],
    bans: [{ userId: cyd.userId, by: ada.userId, reason: 'Spam', bannedAt: 1_000 }],
  }) as unknown as HeldRoom;

let connection: ScriptedConnection;
beforeEach(() => {
  connection = new ScriptedConnection();
});

describe('the dialog that adds a person to a room', () => {
  const opened = (kind?: RoomKind) =>
    render(AddPerson, { inputs: { held: held(kind) }, providers: [connection.provider, peopleHere(ada, bob, cyd)] });
  const offered = () =>
    screen.queryAllByRole('button', { name: /^Add / }).map((button) => button.getAttribute('aria-label'));

  it('offers everyone who is not in the room, and finds them by name or handle', async () => {
    await opened();
    expect(offered()).toEqual(['Add Bob', 'Add Cyd']);
    await user.type(screen.getByRole('textbox', { name: 'Find' }), 'cy');
    expect(offered()).toEqual(['Add Cyd']);
  });

  it('adds them to a private room with the chosen history', async () => {
    connection.accepts('room.member_add', {});
    await opened('private');
    await user.selectOptions(screen.getByRole('combobox', { name: 'History' }), 'from_now');
    await user.click(screen.getByRole('button', { name: 'Add Bob' }));
    const draft = { roomId: garden.roomId, userId: bob.userId, history: 'from_now' };
    expect(connection.asked).toEqual([{ name: 'room.member_add', draft }]);
  });

  it('shows why a person cannot be added', async () => {
    connection.refuses('room.member_add', 'Cyd is banned from this room.');
    await opened();
    await user.click(screen.getByRole('button', { name: 'Add Cyd' }));
    expect(screen.getByText('Cyd is banned from this room.')).toBeTruthy();
  });
});

describe('the list of banned people', () => {
  it('shows the moderator and the reason, and lifts a ban', async () => {
    connection.accepts('member.unban', {});
    await render(BannedPeople, {
      inputs: { held: held() },
      providers: [connection.provider, peopleHere(ada, bob, cyd)],
    });
    expect(screen.getByRole('listitem').textContent).toMatch(/Cyd.*by Ada: Spam/);

    await user.click(screen.getByRole('button', { name: 'Unban Cyd' }));
    const draft = { roomId: garden.roomId, userId: cyd.userId };
    expect(connection.asked).toEqual([{ name: 'member.unban', draft }]);
  });
});
