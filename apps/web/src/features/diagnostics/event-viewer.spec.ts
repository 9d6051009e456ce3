import { beforeEach, describe, expect, it } from '@jest/globals';
import type { diagnosticsCommands, LoggedEvent, ValueOf } from '@devchitchat/contracts';
import { ada, bob, peopleHere } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { EventViewer } from './event-viewer';

const { render, screen, settled, user } = page();

type Answer = ValueOf<typeof diagnosticsCommands.diagEvents>;

const event = (eventId: number, more: Partial<LoggedEvent> = {}): LoggedEvent => ({
  service: 'messaging',
  eventId,
  ts: 1_000,
  actorUserId: ada.userId,
  scope: { kind: 'room', id: 'r_garden' },
  type: 'message.sent',
  trace: '00f3a1b2c4d5e6f7',
  body: { seq: eventId },
  ...more,
});
const answer = (events: LoggedEvent[], more: Partial<Answer> = {}): Answer => ({
  events,
  unanswered: [],
  next: null,
  ...more,
});

describe('the event viewer', () => {
  let connection: ScriptedConnection;
  beforeEach(() => {
    connection = new ScriptedConnection();
  });
  const shown = () => render(EventViewer, { providers: [connection.provider, peopleHere(ada, bob)] });
  const rows = () =>
    screen
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.textContent);
  const drafts = () => connection.asked.map(({ draft }) => draft);

  it('shows the latest events of every service', async () => {
    connection.accepts('diag.events', answer([event(7), event(3, { actorUserId: null })]));
    await shown();
    expect(drafts()).toEqual([{ filter: {} }]);
    expect(rows()[0]).toMatch(/messaging 7.*message\.sent.*room r_garden.*Ada.*"seq":7/);
    expect(rows()[1]).not.toContain('Ada');
  });

  it('asks for what the form says, and for everything once it is cleared', async () => {
    connection.accepts('diag.events', answer([]));
    await shown();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Log of' }), 'messaging');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Done by' }), 'Bob');
    await user.type(screen.getByRole('textbox', { name: 'Type' }), ' message.sent ');
    expect(drafts()).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Show' }));
    const filter = { actorUserId: bob.userId, type: 'message.sent' };
    expect(drafts()[1]).toEqual({ services: ['messaging'], filter });

    await user.click(screen.getByRole('button', { name: 'Clear' }));
    expect(drafts()[2]).toEqual({ filter: {} });
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Type' }).value).toBe('');
  });

  it('follows a trace through all services, whatever the form said', async () => {
    connection.accepts('diag.events', answer([event(7)]));
    await shown();
    await user.type(screen.getByRole('textbox', { name: 'Type' }), 'message.sent');
    await user.click(screen.getByRole('button', { name: /^Follow trace/ }));
    expect(drafts()[1]).toEqual({ filter: { trace: '00f3a1b2c4d5e6f7' } });
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Trace' }).value).toBe('00f3a1b2c4d5e6f7');
  });

  it('continues with the same question, even when the form has changed since', async () => {
    connection.accepts('diag.events', answer([event(7)], { next: { messaging: 7 } }));
    await shown();
    await user.type(screen.getByRole('textbox', { name: 'Type' }), 'room.created');
    connection.accepts('diag.events', answer([event(3)]));
    await user.click(screen.getByRole('button', { name: /^Load older/ }));
    expect(drafts()[1]).toEqual({ filter: {}, after: { messaging: 7 } });
    expect(rows()).toHaveLength(2);
    expect(screen.queryByRole('button', { name: /^Load older/ })).toBeNull();
  });

  it('names services that did not answer, beside the events of the others', async () => {
    connection.accepts('diag.events', answer([event(7)], { unanswered: ['signaling'] }));
    await shown();
    expect(screen.getByRole('alert').textContent).toContain('signaling');
    expect(rows()).toHaveLength(1);
  });

  it('says why it was refused, and keeps what it shows', async () => {
    connection.accepts('diag.events', answer([event(7)]));
    await shown();
    connection.refuses('diag.events', 'Only admins may see this.');
    await user.click(screen.getByRole('button', { name: 'Show' }));
    expect(screen.getByRole('alert').textContent).toBe('Only admins may see this.');
    expect(rows()[0]).toContain('message.sent');
  });

  it('tells looking for events from finding none', async () => {
    const arrive = connection.holds('diag.events', answer([]));
    await shown();
    const [loading] = rows();
    arrive();
    await settled();
    expect(rows()).toHaveLength(1);
    expect(rows()[0]).not.toBe(loading);
  });

  it('ignores an answer to an earlier question', async () => {
    const arrive = connection.holds('diag.events', answer([event(7), event(3)]));
    await shown();
    connection.accepts('diag.events', answer([event(9)]));
    await user.click(screen.getByRole('button', { name: 'Show' }));
    arrive();
    await settled();
    expect(rows()).toEqual([expect.stringContaining('messaging 9')]);
  });
});
