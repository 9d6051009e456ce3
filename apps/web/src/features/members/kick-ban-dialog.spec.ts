import { describe, expect, it } from '@jest/globals';
import { bob, garden, peopleHere } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { KickBanDialog } from './kick-ban-dialog';

const { render, screen, user } = page();

describe('the dialog that removes a person from a room', () => {
  it.each([
    ['remove', 'Remove', 'member.kick'],
    ['ban', 'Ban', 'member.ban'],
  ] as const)('can %s them, and closes when it is done', async (way, verb, command) => {
    const connection = new ScriptedConnection().accepts(command, {});
    const { emitted } = await render(KickBanDialog, {
      inputs: { room: garden, userId: bob.userId, way },
      providers: [connection.provider, peopleHere(bob)],
    });
    expect(screen.getByRole('dialog', { name: `${verb} Bob from garden?` })).toBeTruthy();

    await user.click(screen.getByRole('button', { name: `${verb} Bob` }));

    expect(connection.asked).toEqual([{ name: command, draft: { roomId: garden.roomId, userId: bob.userId } }]);
    expect(emitted.closed).toHaveLength(1);
  });

  it('shows why the server refused, and stays open', async () => {
    const connection = new ScriptedConnection().refuses('member.ban', 'Only the owner may ban a moderator.');
    await render(KickBanDialog, {
      inputs: { room: garden, userId: bob.userId, way: 'ban' },
      providers: [connection.provider, peopleHere(bob)],
    });

    await user.click(screen.getByRole('button', { name: 'Ban Bob' }));

    expect(screen.getByRole('alert').textContent).toBe('Only the owner may ban a moderator.');
  });
});
