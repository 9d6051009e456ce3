import { signal } from '@angular/core';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { RoomLog } from '@devchitchat/contracts/testing';
import { withRoomSnapshot } from '../../client/rooms/held-room';
import { Pins } from '../../client/rooms/pins';
import { Rooms } from '../../client/rooms/rooms';
import { ada, bob, peopleHere, signedInAs } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { Quotes } from '../../client/timeline/quotes';
import { page } from '../../platform/testing/page';
import { PinsPanel } from './pins-panel';

const { render, screen, user } = page();

const log = () => new RoomLog().joined(bob.userId).said(ada.userId, 'The keys').said(bob.userId, 'The wifi password');

describe('the panel of pinned messages', () => {
  let connection: ScriptedConnection;
  beforeEach(() => {
    connection = new ScriptedConnection();
  });
  const opened = (written: RoomLog) => {
    const held = withRoomSnapshot(undefined, written.latest);
    return render(PinsPanel, {
      inputs: { held },
      providers: [
        connection.provider,
        signedInAs(bob),
        peopleHere(ada, bob),
        provideRouter([{ path: '**', children: [] }]),
        Pins,
        Quotes,
        {
          provide: Rooms,
          useValue: { held: signal(new Map([[held.room.roomId, held]])), mergeMessages: () => undefined },
        },
      ],
    });
  };

  it('lists the message pinned last first, each with a link to its place', async () => {
    const { emitted } = await opened(log().pinned(ada.userId, 1).pinned(ada.userId, 2));
    const links = screen.getAllByRole('link');
    expect(links.map((link) => link.textContent)).toEqual([
      expect.stringMatching(/Bob.*The wifi password/),
      expect.stringMatching(/Ada.*The keys/),
    ]);
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      expect.stringMatching(/\?at=2$/),
      expect.stringMatching(/\?at=1$/),
    ]);
    await user.click(links[1]!);
    expect(emitted.chosen).toEqual([1]);
  });

  it('unpins a message', async () => {
    connection.accepts('msg.unpin', {});
    const written = log().pinned(ada.userId, 2);
    await opened(written);
    await user.click(screen.getByRole('button', { name: 'Unpin' }));
    const { roomId, msgId } = written.latest.messages[1]!;
    expect(connection.asked).toEqual([{ name: 'msg.unpin', draft: { roomId, msgId } }]);
  });

  it('fetches a pinned message that the browser does not hold', async () => {
    connection.accepts('msg.list', { messages: [] });
    const written = new RoomLog(1).joined(bob.userId).said(ada.userId, 'The keys').pinned(ada.userId, 1);
    await opened(written.said(bob.userId, 'Thanks'));
    expect(connection.asked).toEqual([
      { name: 'msg.list', draft: { roomId: written.latest.room.roomId, afterSeq: 0, limit: 1 } },
    ]);
    expect(screen.getByRole('link')).toBeTruthy();
  });

  it('explains itself while nothing is pinned, and closes', async () => {
    const { emitted } = await opened(log());
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByRole('listitem').textContent).not.toBe('');
    await user.click(screen.getByRole('button', { name: /^Close/ }));
    expect(emitted.closed).toHaveLength(1);
  });
});
