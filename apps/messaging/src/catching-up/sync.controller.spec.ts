import { limits, type RoomId } from '@devchitchat/contracts';
import { MessagingFile } from '../testing/messaging-file';
import { ada, bob, cleo } from '../testing/people';

let messaging: MessagingFile;
let kitchen: RoomId;

beforeEach(async () => {
  messaging = await MessagingFile.open();
  kitchen = await messaging.room('private', 'kitchen', [ada, bob]);
});

afterEach(() => messaging[Symbol.asyncDispose]());

const headOf = (roomId: RoomId) => messaging.log.headOf({ kind: 'room', id: roomId });
const talk = async (count: number, text = 'Hello') => {
  await Promise.all(Array.from({ length: count }, () => messaging.send(ada, kitchen, text)));
};
const leave = (userId: typeof bob) => messaging.on.rooms.leaveRoom({ roomId: kitchen }, messaging.as(userId));
const nothingRead = { marksRevision: 0, marks: [], mentions: [] };
const upToDate = () => ({
  epoch: messaging.log.epoch(),
  rooms: [],
  gone: [],
  own: { head: 0, hidden: [] },
  more: false,
  reading: nothingRead,
});

describe('a sync', () => {
  it('after a change of epoch sends everything again, whatever the client holds', async () => {
    await talk(2);
    const rooms = [{ roomId: kitchen, after: headOf(kitchen) }];
    const from = (epoch: string) => messaging.on.sync.catchUp({ rooms, epoch, marksAfter: 0 }, messaging.as(ada));
    expect(from(messaging.log.epoch())).toMatchObject({ value: upToDate() });
    expect(from('0123456789abcdef')).toMatchObject({
      value: { epoch: messaging.log.epoch(), rooms: [{ kind: 'snapshot', roomId: kitchen }], gone: [] },
    });
  });

  it('of a room that the client holds sends the events after its last one, including memberships', async () => {
    const after = headOf(kitchen);
    await talk(2);
    await messaging.room('private', 'hall', [bob, cleo]);
    await messaging.on.rooms.addMember({ roomId: kitchen, userId: cleo, history: 'whole' }, messaging.as(ada));
    const { rooms, gone } = messaging.sync(ada, { roomId: kitchen, after });
    expect(rooms).toMatchObject([
      {
        kind: 'events',
        roomId: kitchen,
        head: headOf(kitchen),
        events: [
          { prev: after, type: 'message.sent', body: { seq: 1 }, content: { text: 'Hello' } },
          { type: 'message.sent', body: { seq: 2 } },
          { type: 'member.joined', body: { userId: cleo }, eventId: headOf(kitchen) },
        ],
      },
    ]);
    expect(gone).toEqual([]);
  });

  it('at the head sends nothing', () => {
    expect(messaging.sync(ada, { roomId: kitchen, after: headOf(kitchen) })).toEqual(upToDate());
  });

  it('of a room that the client does not hold sends a snapshot', async () => {
    await talk(60);
    expect(messaging.sync(bob).rooms).toMatchObject([
      {
        kind: 'snapshot',
        roomId: kitchen,
        snapshot: {
          room: { roomId: kitchen, kind: 'private', name: 'kitchen', topic: '', createdBy: ada },
          members: [
            { userId: ada, role: 'owner' },
            { userId: bob, role: 'member' },
          ],
          head: headOf(kitchen),
          headSeq: 60,
        },
      },
    ]);
    const [room] = messaging.sync(bob).rooms;
    const messages = room?.kind === 'snapshot' ? room.snapshot.messages : [];
    expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, at) => at + 11));
  });

  it('sends a snapshot if the client is too far behind, in events or in bytes', async () => {
    const after = headOf(kitchen);
    await talk(limits.eventsPerSync);
    expect(messaging.sync(bob, { roomId: kitchen, after }).rooms).toMatchObject([{ kind: 'events' }]);
    await talk(1);
    expect(messaging.sync(bob, { roomId: kitchen, after }).rooms).toMatchObject([{ kind: 'snapshot' }]);

    const later = headOf(kitchen);
    await talk(40, 'x'.repeat(limits.messageBytes));
    expect(messaging.sync(bob, { roomId: kitchen, after: later }).rooms).toMatchObject([{ kind: 'snapshot' }]);
  });

  it('sends a snapshot to a member who left and came back, and no event from their absence', async () => {
    await leave(bob);
    const after = headOf(kitchen);
    await talk(1, 'between');
    await messaging.on.rooms.addMember({ roomId: kitchen, userId: bob, history: 'whole' }, messaging.as(ada));
    expect(messaging.sync(bob, { roomId: kitchen, after }).rooms).toMatchObject([{ kind: 'snapshot' }]);
  });

  it('lists the held rooms that the client is not in, whether it left them or they never existed', async () => {
    await leave(bob);
    const nowhere = 'r_0000000000000000' as RoomId;
    const held = [kitchen, nowhere].map((roomId) => ({ roomId, after: 0 }));
    expect(messaging.sync(bob, ...held)).toEqual({ ...upToDate(), gone: [kitchen, nowhere] });
    expect(messaging.sync(cleo, ...held).gone).toEqual([kitchen, nowhere]);
    expect(messaging.sync(bob)).toEqual(upToDate());
  });

  it('is split into several answers if one would be too large, each complete for its rooms', async () => {
    const others = await Promise.all(['b', 'c', 'd', 'e'].map((name) => messaging.room('private', name, [ada])));
    const all = [kitchen, ...others];
    const text = 'x'.repeat(limits.messageBytes);
    for (const roomId of all) await Promise.all(Array.from({ length: 20 }, () => messaging.send(ada, roomId, text)));

    const held = new Map<RoomId, number>();
    for (let more = true; more;) {
      const answer = messaging.sync(ada, ...Array.from(held, ([roomId, after]) => ({ roomId, after })));
      expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(1024 * 1024);
      expect(answer.rooms.length).toBeGreaterThan(0);
      for (const room of answer.rooms) held.set(room.roomId, headOf(room.roomId));
      more = answer.more;
    }
    expect([...held.keys()].sort()).toEqual([...all].sort());
  });
});

it('opening a room costs the same, however many messages it has', () => {
  const { sqlite } = messaging.database;
  const add = sqlite.prepare(
    "INSERT INTO messages (msg_id, room_id, seq, event_id, user_id, ts, client_msg_id) VALUES (?, ?, ?, ?, ?, 0, 'c-' || ?)",
  );
  sqlite.transaction(() => {
    for (let at = 1; at <= 100_000; at++) add.run(at, kitchen, at, at, ada, at);
  })();
  const plans = [
    'SELECT max(seq) FROM messages WHERE room_id = ?',
    'SELECT * FROM messages WHERE room_id = ? AND seq < 50000 ORDER BY seq DESC LIMIT 50',
  ].map((query) => sqlite.prepare<[string], { detail: string }>(`EXPLAIN QUERY PLAN ${query}`).all(kitchen));
  for (const plan of plans)
    expect(plan.map(({ detail }) => detail).join()).toMatch(/^SEARCH messages USING [A-Z ]*INDEX messages_by_seq/);
});
