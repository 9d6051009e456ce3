import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Message } from '@devchitchat/contracts';
import { ada, bob, lobby, RoomLog } from '@devchitchat/contracts/testing';
import { withMessages } from '../messages/fold';
import { newest } from '../messages/stretch';
import { withRoomSnapshot, type HeldRoom } from '../rooms/held-room';
import { Rooms } from '../rooms/rooms';
import { Session } from '../session/session';
import { ScriptedConnection } from '../testing/scripted-connection';
import { page } from '../../platform/testing/page';
import { Quotes } from './quotes';

page();

const log = new RoomLog(10).joined(ada).joined(bob);
const first = log.said(ada, 'long ago').latest.messages[0]!;
for (let number = 2; number <= 20; number++) log.said(ada, 'x');

describe('a message that others refer to', () => {
  let held: HeldRoom;
  let quotes: Quotes;
  let connection: ScriptedConnection;
  const rooms = signal<ReadonlyMap<string, HeldRoom>>(new Map());
  const merge = (_: unknown, messages: readonly Message[]) => {
    held = { ...held, timeline: withMessages(held.timeline, messages) };
    rooms.set(new Map([[lobby, held]]));
  };
  /** The reader leaves the room, and the page keeps only the newest messages. */
  const leave = () => {
    held = { ...held, timeline: { ...held.timeline, messages: newest(held.timeline.messages, 5) } };
    rooms.set(new Map([[lobby, held]]));
  };
  beforeEach(() => {
    held = withRoomSnapshot(undefined, log.latest);
    rooms.set(new Map([[lobby, held]]));
    connection = new ScriptedConnection().accepts('msg.list', { messages: [first] });
    TestBed.configureTestingModule({
      providers: [
        Quotes,
        connection.provider,
        { provide: Rooms, useValue: { held: rooms, mergeMessages: merge } },
        { provide: Session, useValue: { me: signal({ userId: bob }) } },
      ],
    });
    quotes = TestBed.inject(Quotes);
  });
  const text = () => quotes.at(signal(lobby), signal(1))()?.text;

  it('is fetched once, and not while it is held', async () => {
    await Promise.all([quotes.fetch(lobby, 1), quotes.fetch(lobby, 1)]);
    await quotes.fetch(lobby, 1);
    expect(text()).toBe('long ago');
    expect(connection.asked).toHaveLength(1);
  });

  it('is fetched again each time the reader comes back to the room', async () => {
    for (let visit = 1; visit <= 3; visit++) {
      await quotes.fetch(lobby, 1);
      expect(text()).toBe('long ago');
      expect(connection.asked).toHaveLength(visit);
      leave();
      expect(text()).toBeUndefined();
    }
  });

  it('is fetched again with the next connection if the request failed', async () => {
    connection.fails('msg.list');
    await quotes.fetch(lobby, 1);
    expect(text()).toBeUndefined();
    connection.accepts('msg.list', { messages: [first] });
    connection.state.set('offline');
    TestBed.tick();
    connection.state.set('online');
    TestBed.tick();
    await Promise.resolve();
    await Promise.resolve();
    expect(text()).toBe('long ago');
  });

  it('is not fetched from before the reader’s history', async () => {
    held = { ...held, members: held.members.map((member) => ({ ...member, historyStart: 5 })) };
    rooms.set(new Map([[lobby, held]]));
    await quotes.fetch(lobby, 1);
    expect(connection.asked).toEqual([]);
  });
});
