import { describe, expect, it } from '@jest/globals';
import { bob, garden, peopleHere } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { MutePerson } from './mute-person';

const { render, screen, user } = page();

const opened = (connection: ScriptedConnection) =>
  render(MutePerson, {
    inputs: { room: garden, userId: bob.userId },
    providers: [connection.provider, peopleHere(bob)],
  });

describe('the dialog that mutes a person', () => {
  it('mutes for the chosen time with the reason, and closes', async () => {
    const connection = new ScriptedConnection().accepts('member.mute', {});
    const { emitted } = await opened(connection);
    expect(screen.getByRole('dialog', { name: 'Mute Bob in garden?' })).toBeTruthy();

    await user.selectOptions(screen.getByRole('combobox', { name: 'For' }), '1 hour');
    await user.type(screen.getByRole('textbox', { name: 'Reason' }), ' Off topic ');
    await user.click(screen.getByRole('button', { name: 'Mute Bob' }));

    const draft = { roomId: garden.roomId, userId: bob.userId, seconds: 3_600, reason: 'Off topic' };
    expect(connection.asked).toEqual([{ name: 'member.mute', draft }]);
    expect(emitted.closed).toHaveLength(1);
  });

  it('stays open and shows why the server refused', async () => {
    const { emitted } = await opened(new ScriptedConnection().refuses('member.mute', 'Bob owns this room.'));

    await user.click(screen.getByRole('button', { name: 'Mute Bob' }));

    expect(screen.getByRole('alert').textContent).toBe('Bob owns this room.');
    expect(emitted.closed).toEqual([]);
  });

  it('sends the command once while the first reply is pending', async () => {
    const connection = new ScriptedConnection();
    const answer = connection.holds('member.mute', {});
    await opened(connection);
    const button = screen.getByRole('button', { name: 'Mute Bob' });

    await user.click(button);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    await user.click(button);
    answer();

    expect(connection.asked).toHaveLength(1);
  });
});
