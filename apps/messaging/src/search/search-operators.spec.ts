import { ada, bob } from '../testing/people';
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

describe('operators', () => {
  beforeEach(() => {
    rooms.name(ada, 'ada');
    rooms.name(bob, 'Bob_2-x');
  });

  it('from: finds messages by their author, newest first without search terms', async () => {
    await messaging.send(ada, kitchen, 'soup one');
    await messaging.send(bob, kitchen, 'soup two');
    await messaging.send(bob, kitchen, 'bread');
    expect(await rooms.found(ada, 'from:bob_2-X')).toEqual(['bread', 'soup two']);
    expect(await rooms.found(ada, 'from:@bob_2-x soup')).toEqual(['soup two']);
    expect(await rooms.found(ada, 'from:me')).toEqual(['soup one']);
    expect(await rooms.found(ada, 'from:me from:bob_2-x soup')).toHaveLength(2);
    expect(await rooms.found(ada, 'from:me ou')).toEqual([]);
    expect(await rooms.found(ada, 'from:me oup')).toEqual(['soup one']);
  });

  it('in: finds messages in one of the person’s rooms', async () => {
    await messaging.send(ada, kitchen, 'needle in the kitchen');
    await messaging.send(ada, hall, 'needle in the hall');
    expect(await rooms.found(ada, 'needle in:#KITCHEN')).toEqual(['needle in the kitchen']);
    expect(await rooms.found(ada, 'in:"great hall"')).toEqual(['needle in the hall']);
    expect(await rooms.found(ada, 'in:kitchen', hall)).toEqual([]);
    expect(await rooms.answer(bob, 'in:"great hall"')).toMatchObject({
      hits: [],
      unknown: [{ operator: 'in', value: 'great hall' }],
    });
  });

  it('before:, after: and on: find messages by date', async () => {
    await rooms.send('needle');
    const { ts } = messaging.messagesIn(kitchen)[0]!;
    const day = (days: number) => new Date(ts + days * 86_400_000).toISOString().slice(0, 10);
    for (const asked of [`on:${day(0)}`, `after:${day(-1)}`, `before:${day(1)}`, `after:${day(-1)} before:${day(1)}`]) {
      expect(await rooms.found(ada, `needle ${asked}`)).toEqual(['needle']);
      expect(await rooms.found(ada, asked)).toEqual(['needle']);
    }
    for (const asked of [`on:${day(1)}`, `after:${day(0)}`, `before:${day(0)}`]) {
      expect(await rooms.found(ada, `needle ${asked}`)).toEqual([]);
    }
  });

  it('has:, is: and mentions: find messages by their content', async () => {
    await rooms.send('see https://example.org', 'run `ls`', 'hello @bob_2-x', '@everyone soup', 'plain soup');
    const pinned = messaging.messagesIn(kitchen)[4]!;
    await messaging.on.marks.pin({ roomId: kitchen, msgId: pinned.msgId }, messaging.as(ada));
    expect(await rooms.found(bob, 'has:link')).toEqual(['see https://example.org']);
    expect(await rooms.found(bob, 'has:code')).toEqual(['run `ls`']);
    expect(await rooms.found(bob, 'mentions:me')).toEqual(['@everyone soup', 'hello @bob_2-x']);
    expect(await rooms.found(ada, 'mentions:Bob_2-x')).toEqual(['hello @bob_2-x']);
    expect(await rooms.found(bob, 'is:pinned')).toEqual(['plain soup']);
    expect(await rooms.found(bob, 'is:pinned sou from:ada')).toEqual(['plain soup']);
    expect(await rooms.found(bob, 'is:pinned from:me')).toEqual([]);
    expect(await rooms.found(bob, 'has:link soup')).toEqual([]);
  });

  it('with unknown names find nothing, and are reported', async () => {
    await rooms.send('soup');
    const { hits, unknown } = await rooms.answer(
      ada,
      'soup from:zoe in:attic before:tomorrow has:cake is:here mentions:zoe',
    );
    expect(hits).toEqual([]);
    expect(unknown.map(({ operator, value }) => `${operator}:${value}`)).toEqual([
      'from:zoe',
      'in:attic',
      'before:tomorrow',
      'has:cake',
      'is:here',
      'mentions:zoe',
    ]);
  });

  it('follow later changes of a message', async () => {
    await rooms.send('see https://example.org @bob_2-x');
    await messaging.edit(ada, messaging.messagesIn(kitchen)[0]!, 'nothing to see');
    expect(await rooms.found(ada, 'has:link')).toEqual([]);
    expect(await rooms.found(ada, 'mentions:bob_2-x')).toEqual([]);
    expect(await rooms.found(ada, 'from:me')).toEqual(['nothing to see']);
  });
});
