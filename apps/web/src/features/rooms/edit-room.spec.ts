import { beforeEach, describe, expect, it } from '@jest/globals';
import { garden } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { EditRoom } from './edit-room';

const { render, screen, settled, user } = page();

describe('the dialog that edits a room', () => {
  let connection: ScriptedConnection;
  beforeEach(() => {
    connection = new ScriptedConnection();
  });
  const opened = (room = garden) => render(EditRoom, { inputs: { room }, providers: [connection.provider] });
  const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });

  it('saves every change at once, and closes', async () => {
    connection.accepts('room.update', {});
    const { emitted } = await opened();
    await user.clear(box('Name'));
    await user.type(box('Name'), 'orchard');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Slow mode' }), '30');
    await user.selectOptions(screen.getByRole('combobox', { name: /@everyone/ }), 'everybody');
    await user.click(screen.getByRole('button', { name: 'Save' }));

    const { roomId } = garden;
    const draft = { roomId, name: 'orchard', topic: '', slowModeSeconds: 30, everyoneBy: 'everybody' };
    expect(connection.asked).toEqual([{ name: 'room.update', draft }]);
    expect(emitted.closed).toHaveLength(1);
  });

  it('offers a slow mode that another client set', async () => {
    await opened({ ...garden, slowModeSeconds: 42 });
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Slow mode' }).value).toBe('42');
  });

  it('keeps a name being typed when another user changes the topic', async () => {
    const { fixture } = await opened();
    await user.type(box('Name'), ' and shed');
    fixture.componentRef.setInput('room', { ...garden, topic: 'What grows' });
    await settled();
    expect(box('Name').value).toBe('garden and shed');
    expect(box('Topic').value).toBe('What grows');
  });

  it('asks for a name before it asks the server', async () => {
    await opened();
    await user.clear(box('Name'));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(box('Name').getAttribute('aria-invalid')).toBe('true');
    expect(connection.asked).toEqual([]);
  });
});
