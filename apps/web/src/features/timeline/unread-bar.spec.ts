import { beforeEach, describe, expect, it } from '@jest/globals';
import { RoomLog } from '@devchitchat/contracts/testing';
import { withRoomSnapshot } from '../../client/rooms/held-room';
import { bob, ada, signedInAs } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { UnreadBar } from './unread-bar';

const { render, screen, settled, user } = page();

/** A room in which Ada has written so many messages, of which the browser holds at most `held`. */
function room(count: number, held = 50) {
  const log = new RoomLog(held).joined(ada.userId).joined(bob.userId);
  for (let number = 1; number <= count; number++) log.said(ada.userId, number === 30 ? '@bob look' : 'Hello');
  return withRoomSnapshot(undefined, log.latest);
}

describe('the bar that sums up unread messages', () => {
  let connection: ScriptedConnection;
  beforeEach(() => {
    connection = new ScriptedConnection();
  });
  const shown = (held: ReturnType<typeof room>, mark: number, count: number) =>
    render(UnreadBar, { inputs: { held, mark, count }, providers: [connection.provider, signedInAs(bob)] });
  const words = () => screen.getByRole('region').querySelector('p')?.textContent;

  it('only counts a few messages', async () => {
    await shown(room(30), 25, 5);
    expect(words()).toContain('5');
    expect(words()).not.toMatch(/people|person/);
    expect(connection.asked).toEqual([]);
  });

  it('sums up many messages without asking the server where the browser holds all of them', async () => {
    await shown(room(40), 5, 35);
    expect(words()).toMatch(/35 messages.*1 person.*1 mentions? you/);
    expect(connection.asked).toEqual([]);
  });

  it('asks the server for the digest where the browser does not hold all of them', async () => {
    const held = room(60, 20);
    connection.accepts('read.digest', { messages: 48, people: 3, mentions: 0 });
    await shown(held, 10, 50);
    expect(connection.asked).toEqual([{ name: 'read.digest', draft: { roomId: held.room.roomId, afterSeq: 10 } }]);
    expect(words()).toMatch(/48 messages.*3 people/);
  });

  it('goes away when the reader wrote all of them, or all were deleted', async () => {
    connection.accepts('read.digest', { messages: 0, people: 0, mentions: 0 });
    const { emitted } = await shown(room(60, 20), 10, 50);
    expect(emitted.dismissed).toHaveLength(1);
  });

  it('keeps the plain count while the server has not answered or refuses', async () => {
    connection.refuses('read.digest', 'The server is busy.');
    await shown(room(60, 20), 10, 50);
    expect(words()).toContain('50');
    expect(screen.queryByText(/busy/)).toBeNull();
  });

  it('ignores an answer for a read mark that has moved since', async () => {
    const answer = connection.holds('read.digest', { messages: 48, people: 3, mentions: 0 });
    const { fixture } = await shown(room(60, 20), 10, 50);
    fixture.componentRef.setInput('mark', 58);
    fixture.componentRef.setInput('count', 2);
    await settled();
    answer();
    await settled();
    expect(words()).toContain('2');
    expect(words()).not.toContain('48');
  });

  it('jumps to the first unread message, and goes away when dismissed', async () => {
    const { emitted } = await shown(room(30), 25, 5);
    await user.click(screen.getByRole('button', { name: /^Jump/ }));
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(emitted.jumps).toHaveLength(1);
    expect(emitted.dismissed).toHaveLength(1);
  });
});
