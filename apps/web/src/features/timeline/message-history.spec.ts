import { signal } from '@angular/core';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Message } from '@devchitchat/contracts';
import { RoomLog } from '@devchitchat/contracts/testing';
import { Rooms } from '../../client/rooms/rooms';
import { ada, bob, peopleHere, signedInAs } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { MessageHistory } from './message-history';

const { render, screen, settled, user } = page();

const log = new RoomLog().said(ada.userId, 'Teh keys').edited(1, 'The keys');
const [message] = log.latest.messages as [Message];
const revisions = [
  { revision: 0, ts: 1_000, text: 'Teh keys' },
  { revision: 1, ts: 2_000, text: 'The keys' },
];

describe('the edit history of a message', () => {
  let connection: ScriptedConnection;
  beforeEach(() => {
    connection = new ScriptedConnection();
  });
  const opened = () =>
    render(MessageHistory, {
      inputs: { message },
      providers: [
        connection.provider,
        signedInAs(bob),
        peopleHere(ada, bob),
        provideRouter([]),
        { provide: Rooms, useValue: { held: signal(new Map()) } },
      ],
    });
  const rows = () => screen.getAllByRole('listitem').map((row) => row.textContent);

  it('shows the revisions from the newest to the oldest', async () => {
    connection.accepts('msg.history', { revisions, next: null });
    await opened();
    expect(connection.asked).toEqual([
      { name: 'msg.history', draft: { roomId: message.roomId, msgId: message.msgId } },
    ]);
    expect(rows()).toEqual([expect.stringContaining('The keys'), expect.stringContaining('Teh keys')]);
  });

  it('shows no revision before the server has answered', async () => {
    const answer = connection.holds('msg.history', { revisions, next: null });
    await opened();
    expect(rows()).toHaveLength(1);
    expect(screen.queryByText('The keys')).toBeNull();
    answer();
    await settled();
    expect(rows()).toHaveLength(2);
  });

  it('says why the server does not show it', async () => {
    connection.refuses('msg.history', 'You are not in this room.');
    await opened();
    expect(screen.getByRole('alert').textContent).toBe('You are not in this room.');
    expect(screen.queryByRole('listitem')).toBeNull();
  });

  it('closes', async () => {
    connection.accepts('msg.history', { revisions, next: null });
    const { emitted } = await opened();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(emitted.closed).toHaveLength(1);
  });
});
