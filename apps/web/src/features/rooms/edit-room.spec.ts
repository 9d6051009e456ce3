import { beforeEach, describe, expect, it } from '@jest/globals';
import { ada, bob, garden, signedInAs } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { EditRoom } from './edit-room';

const { render, screen, settled, user } = page();

describe('the dialog that edits a room', () => {
  let connection: ScriptedConnection;
  beforeEach(() => {
    connection = new ScriptedConnection();
  });
  const opened = (room = garden, me = bob) =>
    render(EditRoom, { inputs: { room }, providers: [connection.provider, signedInAs(me)] });
  const forEverybody = () => screen.queryByRole<HTMLInputElement>('checkbox', { name: 'For everybody' });
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

  it('lets an admin make a public room one for everybody, and end that', async () => {
    connection.accepts('room.update', {}).accepts('room.for_everybody', {});
    const { fixture, emitted } = await opened(garden, ada);
    expect(forEverybody()?.checked).toBe(false);
    await user.click(forEverybody()!);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const { roomId } = garden;
    expect(connection.asked.at(-1)).toEqual({ name: 'room.for_everybody', draft: { roomId, forEverybody: true } });
    expect(emitted.closed).toHaveLength(1);

    fixture.componentRef.setInput('room', { ...garden, forEverybody: true });
    await settled();
    expect(forEverybody()?.checked).toBe(true);
    await user.click(forEverybody()!);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(connection.asked.at(-1)).toEqual({ name: 'room.for_everybody', draft: { roomId, forEverybody: false } });
  });

  it.each([
    ['a member who is no admin', garden, bob],
    ['a private room', { ...garden, kind: 'private' as const }, ada],
    ['the lobby', { ...garden, name: 'lobby', createdBy: null }, ada],
  ])('does not offer it for %s', async (_, room, me) => {
    await opened(room, me);
    expect(forEverybody()).toBeNull();
  });

  it('says what is saved and what is not if the room could not be made one for everybody', async () => {
    connection.accepts('room.update', {}).refuses('room.for_everybody', 'Only a public room can be for everybody.');
    const { emitted } = await opened(garden, ada);
    await user.click(forEverybody()!);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByRole('alert').textContent).toMatch(/^\s*Everything else is saved.* Only a public room can be/);
    expect(box('Name').getAttribute('aria-invalid')).toBeNull();
    expect(emitted.closed).toHaveLength(0);
    connection.accepts('room.for_everybody', {});
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(emitted.closed).toHaveLength(1);
  });
});
