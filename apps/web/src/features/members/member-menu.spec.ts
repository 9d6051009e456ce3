import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RoomRole, User } from '@devchitchat/contracts';
import { Directs } from '../../client/directs/directs';
import { ada, bob, cyd, garden, memberOf, peopleHere, signedInAs } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { MemberMenu } from './member-menu';

const { render, screen, user } = page();

describe('the menu of a member', () => {
  let connection: ScriptedConnection;
  beforeEach(() => {
    connection = new ScriptedConnection();
  });

  /** Opens the menu of `whom` for Ada, who is `own` in the room. */
  const opened = async (own: RoomRole, whom: User, role: RoomRole = 'member', muted = false) => {
    const rendered = await render(MemberMenu, {
      inputs: {
        room: garden,
        member: memberOf(whom, role),
        own,
        acting: role,
        asAdmin: false,
        muted,
        hasOthers: true,
      },
      providers: [
        connection.provider,
        peopleHere(ada, bob, { ...cyd, active: false }),
        signedInAs(ada),
        provideRouter([]),
        {
          provide: Directs,
          useValue: { open: () => Promise.resolve({ ok: false, error: { message: 'You can open no more today.' } }) },
        },
      ],
    });
    const button = screen.queryByRole('button', { name: `Actions for ${whom.displayName}` });
    if (button) await user.click(button);
    return rendered;
  };
  const entries = () => screen.queryAllByRole('menuitem').map((entry) => entry.textContent.trim());
  const choose = (name: string) => user.click(screen.getByRole('menuitem', { name }));

  it('shows all actions to the owner of the room', async () => {
    await opened('owner', bob);
    const owners = ['Make moderator', 'Make owner'];
    expect(entries()).toEqual(['Message', ...owners, 'Mute', 'Remove from room', 'Ban from room']);
  });

  it('shows a moderator no roles', async () => {
    await opened('mod', bob);
    expect(entries()).toEqual(['Message', 'Mute', 'Remove from room', 'Ban from room']);
  });

  it('shows a member only "Message"', async () => {
    await opened('member', bob);
    expect(entries()).toEqual(['Message']);
  });

  it("is missing beside the user's own name", async () => {
    await opened('owner', ada, 'owner');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('shows neither roles nor messages for a deactivated account', async () => {
    await opened('owner', cyd);
    expect(entries()).toEqual(['Mute', 'Remove from room', 'Ban from room']);
  });

  it('makes a moderator a member again', async () => {
    connection.accepts('member.set_role', {});
    await opened('owner', bob, 'mod');
    await choose('Remove as moderator');
    const draft = { roomId: garden.roomId, userId: bob.userId, role: 'member' };
    expect(connection.asked).toEqual([{ name: 'member.set_role', draft }]);
  });

  it('unmutes at once, and emits the problem after a refusal', async () => {
    connection.refuses('member.unmute', 'Bob is not muted.');
    const { emitted } = await opened('mod', bob, 'member', true);
    await choose('Unmute');
    expect(emitted.problem).toEqual(['Bob is not muted.']);
  });

  it.each([
    ['Mute', 'Mute Bob in garden?'],
    ['Remove from room', 'Remove Bob from garden?'],
    ['Ban from room', 'Ban Bob from garden?'],
    ['Make owner', 'Make Bob the owner?'],
  ])('asks before it does “%s”', async (entry, question) => {
    await opened('owner', bob);
    await choose(entry);
    expect(screen.getByRole('dialog', { name: question })).toBeTruthy();
    expect(connection.asked).toEqual([]);
  });

  it('emits why no conversation could be opened', async () => {
    const { emitted } = await opened('member', bob);
    await choose('Message');
    expect(emitted.problem).toEqual(['You can open no more today.']);
  });
});
