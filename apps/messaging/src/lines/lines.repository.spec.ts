import { lastEventOf, lineOf, type MsgId, type RoomId, type RoomLine, type UserId } from '@devchitchat/contracts';
import { SeededRandom } from '@devchitchat/service-kit/testing';
import { MessagingFile } from '../testing/messaging-file';
import { ada, bob, cleo, dora } from '../testing/people';

let file: MessagingFile;
let roomId: RoomId;

beforeEach(async () => {
  file = await MessagingFile.open();
  roomId = await file.room('public', 'kitchen', [ada]);
});

afterEach(() => file[Symbol.asyncDispose]());

type Ends = { readonly beforeSeq?: number; readonly afterSeq?: number; readonly fromTs?: number };
const page = (userId: UserId, ends: Ends = {}, limit = 50) => {
  const reply = file.on.messages.listMessages({ roomId, limit, ...ends }, file.as(userId));
  if (!reply.ok) throw new Error(reply.error.message);
  return { messages: reply.value.messages, lines: reply.value.lines ?? [] };
};
const kinds = (lines: readonly RoomLine[]) => lines.map(({ kind }) => kind);
const join = (userId: UserId) => file.on.rooms.joinRoom({ roomId }, file.as(userId));
const pin = (msgId: number) => file.on.marks.pin({ roomId, msgId: msgId as MsgId }, file.as(ada));

describe('the lines beside messages', () => {
  it('are in the snapshot and in pages, each at its place', async () => {
    file.known(bob, cleo);
    await join(bob);
    await file.send(ada, roomId, 'one');
    await file.on.rooms.updateRoom({ roomId, topic: 'Food' }, file.as(ada));
    await file.send(ada, roomId, 'two');
    await join(cleo);
    const [one, two] = file.messagesIn(roomId);
    const { lines } = page(ada);
    expect(kinds(lines)).toEqual(['joined', 'updated', 'joined']);
    expect(lines[1]).toMatchObject({ by: ada, topic: 'Food' });
    expect(lines[1]?.eventId).toBeGreaterThan(one!.eventId);
    expect(lines[1]?.eventId).toBeLessThan(two!.eventId);
    expect(file.snapshots.of(roomId, ada).lines).toEqual(lines);
    expect(kinds(page(ada, { beforeSeq: 2 }).lines)).toEqual(['joined', 'updated']);
    expect(kinds(page(ada, { afterSeq: 1 }).lines)).toEqual(['joined']);
    expect(page(ada, { afterSeq: 2 }).lines).toEqual([]);
  });

  it('are there in a room without messages', async () => {
    file.known(bob);
    await join(bob);
    expect(kinds(page(bob).lines)).toEqual(['joined']);
  });

  it.each([1, 2, 3])('come once each, however the history is divided into pages (seed %i)', async (seed) => {
    const random = new SeededRandom(seed);
    const people = [bob, cleo, dora];
    file.known(...people);
    for (let step = 0; step < 80; step++) {
      const who = random.of(people);
      const isIn = file.rooms.byId(roomId)?.members.has(who);
      const dice = random.fraction();
      if (dice < 0.5) await file.send(ada, roomId, `said ${String(step)}`);
      else if (dice < 0.8) await (isIn ? file.on.rooms.leaveRoom({ roomId }, file.as(who)) : join(who));
      else if (dice < 0.9) await file.on.rooms.updateRoom({ roomId, topic: `topic ${String(step)}` }, file.as(ada));
      else if (file.messagesIn(roomId).length > 0) await pin(file.messagesIn(roomId)[0]!.msgId);
    }
    const told = file.log
      .inScope({ kind: 'room', id: roomId }, 0, 1_000)
      .flatMap((event) => (lineOf(event) ? [event.eventId] : []));
    const pages: RoomLine[] = [];
    for (let beforeSeq = Number.MAX_SAFE_INTEGER; ;) {
      const { messages, lines } = page(ada, { beforeSeq }, 1 + random.below(9));
      pages.unshift(...lines);
      if (!messages[0] || messages[0].seq === 1) break;
      beforeSeq = messages[0].seq;
    }
    const ids = pages.map(({ eventId }) => eventId);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
    // Every event that makes a line is told by exactly one.
    for (const eventId of told)
      expect(pages.filter((line) => line.eventId <= eventId && eventId <= lastEventOf(line))).toHaveLength(1);
  });

  it('are one for all who join in a row, however many', async () => {
    const people = Array.from({ length: 300 }, (_, n) => `u_${String(n).padStart(16, '0')}` as UserId);
    file.known(...people);
    for (const userId of people) await join(userId);
    expect(page(ada).lines).toMatchObject([{ kind: 'joined', count: 300 }]);
  });
});

describe('a member without the earlier history', () => {
  beforeEach(async () => {
    roomId = await file.room('private', 'cellar', [ada, bob]);
    file.known(cleo, dora);
    await file.send(ada, roomId, 'one');
    await file.on.rooms.updateRoom({ roomId, topic: 'Secret' }, file.as(ada));
    await file.on.rooms.addMember({ roomId, userId: cleo, history: 'from_now' }, file.as(ada));
  });

  it('sees what happened from their joining on, and no pin of a message before', async () => {
    expect(page(cleo).lines).toMatchObject([{ kind: 'added', userId: cleo, by: ada }]);
    await pin(file.messagesIn(roomId)[0]!.msgId);
    await file.send(ada, roomId, 'two');
    await pin(file.messagesIn(roomId)[1]!.msgId);
    expect(kinds(page(cleo).lines)).toEqual(['added', 'pinned']);
    expect(kinds(file.snapshots.of(roomId, cleo).lines ?? [])).toEqual(['added', 'pinned']);
    expect(kinds(page(ada).lines)).toEqual(['added', 'updated', 'added', 'pinned', 'pinned']);
  });
});

it('no line counts as unread, is found, or mentions anybody', async () => {
  file.known(bob, cleo);
  await join(bob);
  await file.send(ada, roomId, 'one');
  await file.on.reading.moveMarks({ rooms: [{ roomId, seq: 1 }] }, file.as(bob));
  await file.on.rooms.updateRoom({ roomId, topic: '@bob xyzzy' }, file.as(ada));
  await join(cleo);
  const { rooms, reading } = file.sync(bob);
  expect(rooms).toMatchObject([{ snapshot: { headSeq: 1 } }]);
  expect(reading.mentions).toEqual([]);
  expect(await file.search(bob, 'xyzzy')).toMatchObject({ ok: true, value: { hits: [] } });
  expect(file.on.reading.digest({ roomId, afterSeq: 1 }, file.as(bob))).toMatchObject({ value: { messages: 0 } });
});
