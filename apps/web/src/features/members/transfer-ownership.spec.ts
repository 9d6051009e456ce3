import { describe, expect, it } from '@jest/globals';
import { bob, garden, peopleHere } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { TransferOwnership } from './transfer-ownership';

const { render, screen, user } = page();

describe('the dialog that makes another member the owner', () => {
  it('changes the owner, and closes', async () => {
    const connection = new ScriptedConnection().accepts('member.set_role', {});
    const { emitted } = await render(TransferOwnership, {
      inputs: { room: garden, userId: bob.userId },
      providers: [connection.provider, peopleHere(bob)],
    });

    await user.click(screen.getByRole('button', { name: 'Make Bob the owner' }));

    const draft = { roomId: garden.roomId, userId: bob.userId, role: 'owner' };
    expect(connection.asked).toEqual([{ name: 'member.set_role', draft }]);
    expect(emitted.closed).toHaveLength(1);
  });

  it('changes nothing when it is dismissed', async () => {
    const connection = new ScriptedConnection();
    const { emitted } = await render(TransferOwnership, {
      inputs: { room: garden, userId: bob.userId },
      providers: [connection.provider, peopleHere(bob)],
    });

    await user.click(screen.getByRole('button', { name: 'Keep it' }));

    expect(connection.asked).toEqual([]);
    expect(emitted.closed).toHaveLength(1);
  });
});
