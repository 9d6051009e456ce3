import type { RoomId } from '@devchitchat/contracts';
import { ada, bob, cleo } from '../testing/people';
import { SearchedRooms } from '../testing/searched-rooms';

let rooms: SearchedRooms;
let messaging: SearchedRooms['messaging'];
let kitchen: SearchedRooms['kitchen'];
let hall: SearchedRooms['hall'];

beforeEach(async () => {
  rooms = await SearchedRooms.open();
  ({ messaging, kitchen, hall } = rooms);
});

afterEach(() => rooms[Symbol.asyncDispose]());

describe('searching', () => {
  it('finds words, their beginnings and their parts, regardless of case and accents', async () => {
    await rooms.send('The Café opens at nine');
    for (const text of ['cafe', 'CAFÉ', 'caf', 'the cafe', 'nine op', 'afe', 'nin opens', '"opens at nine"', 'at']) {
      expect(await rooms.found(ada, text)).toHaveLength(1);
    }
    for (const text of ['cafe ten', '"nine opens"', '"open"', 'zz', 'pe'])
      expect(await rooms.found(ada, text)).toEqual([]);
  });

  it('finds text from keyboards that send decomposed accents', async () => {
    await rooms.send('Cafe\u0301 が は\u3099');
    for (const text of ['café', 'cafe\u0301', 'か\u3099', 'ば']) expect(await rooms.found(ada, text)).toHaveLength(1);
    expect(await rooms.found(ada, 'か')).toEqual([]);
  });

  it('looks only into the rooms of the person', async () => {
    await messaging.send(ada, kitchen, 'needle in the kitchen');
    await messaging.send(ada, hall, 'needle in the hall');
    expect((await rooms.found(ada, 'needle')).sort()).toEqual(['needle in the hall', 'needle in the kitchen']);
    expect(await rooms.found(ada, 'needle', hall)).toEqual(['needle in the hall']);
    expect(await rooms.found(bob, 'needle')).toEqual(['needle in the kitchen']);
    expect(await rooms.found(cleo, 'needle')).toEqual([]);
    for (const room of [hall, 'r_0000000000000000' as RoomId]) {
      expect(await messaging.search(bob, 'needle', room)).toMatchObject({ ok: false, error: { code: 'not_found' } });
    }
    await messaging.on.rooms.leaveRoom({ roomId: kitchen }, messaging.as(bob));
    expect(await rooms.found(bob, 'needle')).toEqual([]);
  });

  it('lists whole words first, then the best match, and the newest among equals', async () => {
    await rooms.send('steam', 'tea', 'teapot', 'tea and coffee and cake and more', 'tea tea tea', 'tea');
    const { hits } = await rooms.answer(ada, 'tea');
    expect(hits.map(({ message }) => message.seq)).toEqual([5, 6, 2, 4, 3, 1]);
    expect(await rooms.found(ada, 'tea', undefined, { sort: 'newest' })).toEqual([
      'tea',
      'tea tea tea',
      'tea and coffee and cake and more',
      'teapot',
      'tea',
      'steam',
    ]);
  });

  it('shows the match in a snippet', async () => {
    await rooms.send('Hello, everyone');
    expect(await messaging.search(ada, 'hello every')).toMatchObject({
      value: { hits: [{ snippet: '\u0001Hello\u0002, \u0001everyone\u0002', message: { seq: 1, userId: ada } }] },
    });
  });

  it('continues with the next page, and reports its end', async () => {
    await rooms.send(...Array.from({ length: 50 }, (_, at) => `needle ${String(at)}`));
    for (const sort of ['best', 'newest'] as const) {
      const pages = [];
      for (const offset of [0, 20, 40]) pages.push(await rooms.answer(ada, 'needle', undefined, { offset, sort }));
      expect(pages.map(({ more }) => more)).toEqual([true, true, false]);
      const seqs = pages.flatMap(({ hits }) => hits.map(({ message }) => message.seq));
      expect(new Set(seqs).size).toBe(50);
      if (sort === 'newest') expect(seqs).toEqual([...seqs].sort((a, b) => b - a));
    }
  });
});

describe('changes between a search and its answer', () => {
  beforeEach(() => rooms.send('needle one', 'needle two'));

  it('count: a removed member finds nothing', async () => {
    messaging.meanwhile = () => messaging.on.moderation.kick({ roomId: kitchen, userId: bob }, messaging.as(ada));
    expect(await rooms.found(bob, 'needle')).toEqual([]);
  });

  it('count in a search within one room, too', async () => {
    messaging.meanwhile = () => messaging.on.moderation.ban({ roomId: kitchen, userId: bob }, messaging.as(ada));
    expect(await messaging.search(bob, 'needle', kitchen)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  it('count: messages that were deleted or edited meanwhile are not found as they were', async () => {
    const [one, two] = messaging.messagesIn(kitchen);
    messaging.meanwhile = () => messaging.delete(ada, one!);
    expect(await rooms.found(bob, 'needle')).toEqual(['needle two']);
    messaging.meanwhile = () => messaging.edit(ada, two!, 'a pin');
    expect(await rooms.found(bob, 'needle')).toEqual([]);
    messaging.meanwhile = () => Promise.resolve();
    expect(await rooms.found(bob, 'pin')).toEqual(['a pin']);
    expect(await rooms.found(bob, 'needle')).toEqual([]);
    messaging.log.rebuild();
    expect(await rooms.found(bob, 'eedl')).toEqual([]);
    expect(await rooms.found(bob, 'pin')).toEqual(['a pin']);
  });
});

it('a search in a small room finds the same by comparison as by the indexes', async () => {
  await rooms.send(...Array.from({ length: 60 }, (_, at) => `lots of kitchen talk ${String(at)}`));
  await messaging.send(ada, hall, 'kitchen talk, but in the hall: steam');
  for (const text of ['talk', 'steam', 'team', 'from:me talk', 'in:"great hall"', 'in']) {
    rooms.name(ada, 'ada');
    expect(await rooms.found(ada, text, hall)).toEqual(['kitchen talk, but in the hall: steam']);
  }
  expect(await rooms.found(ada, 'lots', hall)).toEqual([]);
});

it('an erased message is not found', async () => {
  await rooms.send('secret');
  await messaging.erase(messaging.published.at(-1)!.event);
  expect(await rooms.found(ada, 'secret')).toEqual([]);
});
