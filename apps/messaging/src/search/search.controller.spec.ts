import type { messagingCommands, DraftOf, RoomId, UserId } from '@devchitchat/contracts';
import { MessagingFile } from '../testing/messaging-file';
import { ada, bob, cleo } from '../testing/people';

let messaging: MessagingFile;
let kitchen: RoomId;
let hall: RoomId;

beforeEach(async () => {
  messaging = await MessagingFile.open();
  kitchen = await messaging.room('public', 'kitchen', [ada, bob]);
  hall = await messaging.room('private', 'Great Hall', [ada]);
});

afterEach(() => messaging[Symbol.asyncDispose]());

type More = Partial<DraftOf<typeof messagingCommands.searchQuery>>;

const answer = async (userId: UserId, text: string, roomId?: RoomId, more?: More) => {
  const reply = await messaging.search(userId, text, roomId, more);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
};
const found = async (userId: UserId, text: string, roomId?: RoomId, more?: More) =>
  (await answer(userId, text, roomId, more)).hits.map(({ message }) => message.text);
const name = (userId: UserId, handle: string) =>
  messaging.people.register({ userId, handle, displayName: handle, role: 'member', isBot: false });
const say = async (...texts: readonly string[]) => {
  for (const text of texts) await messaging.send(ada, kitchen, text);
};

describe('searching', () => {
  it('finds words, their beginnings and their parts, regardless of case and accents', async () => {
    await say('The Café opens at nine');
    for (const text of ['cafe', 'CAFÉ', 'caf', 'the cafe', 'nine op', 'afe', 'nin opens', '"opens at nine"', 'at']) {
      expect(await found(ada, text)).toHaveLength(1);
    }
    for (const text of ['cafe ten', '"nine opens"', '"open"', 'zz', 'pe']) expect(await found(ada, text)).toEqual([]);
  });

  it('finds text from keyboards that send decomposed accents', async () => {
    await say('Cafe\u0301 が は\u3099');
    for (const text of ['café', 'cafe\u0301', 'か\u3099', 'ば']) expect(await found(ada, text)).toHaveLength(1);
    expect(await found(ada, 'か')).toEqual([]);
  });

  it('looks only into the rooms of the person', async () => {
    await messaging.send(ada, kitchen, 'needle in the kitchen');
    await messaging.send(ada, hall, 'needle in the hall');
    expect((await found(ada, 'needle')).sort()).toEqual(['needle in the hall', 'needle in the kitchen']);
    expect(await found(ada, 'needle', hall)).toEqual(['needle in the hall']);
    expect(await found(bob, 'needle')).toEqual(['needle in the kitchen']);
    expect(await found(cleo, 'needle')).toEqual([]);
    for (const room of [hall, 'r_0000000000000000' as RoomId]) {
      expect(await messaging.search(bob, 'needle', room)).toMatchObject({ ok: false, error: { code: 'not_found' } });
    }
    await messaging.on.rooms.leaveRoom({ roomId: kitchen }, messaging.as(bob));
    expect(await found(bob, 'needle')).toEqual([]);
  });

  it('lists whole words first, then the best match, and the newest among equals', async () => {
    await say('steam', 'tea', 'teapot', 'tea and coffee and cake and more', 'tea tea tea', 'tea');
    const { hits } = await answer(ada, 'tea');
    expect(hits.map(({ message }) => message.seq)).toEqual([5, 6, 2, 4, 3, 1]);
    expect(await found(ada, 'tea', undefined, { sort: 'newest' })).toEqual([
      'tea',
      'tea tea tea',
      'tea and coffee and cake and more',
      'teapot',
      'tea',
      'steam',
    ]);
  });

  it('shows the match in a snippet', async () => {
    await say('Hello, everyone');
    expect(await messaging.search(ada, 'hello every')).toMatchObject({
      value: { hits: [{ snippet: '\u0001Hello\u0002, \u0001everyone\u0002', message: { seq: 1, userId: ada } }] },
    });
  });

  it('continues with the next page, and reports its end', async () => {
    await say(...Array.from({ length: 50 }, (_, at) => `needle ${String(at)}`));
    for (const sort of ['best', 'newest'] as const) {
      const pages = [];
      for (const offset of [0, 20, 40]) pages.push(await answer(ada, 'needle', undefined, { offset, sort }));
      expect(pages.map(({ more }) => more)).toEqual([true, true, false]);
      const seqs = pages.flatMap(({ hits }) => hits.map(({ message }) => message.seq));
      expect(new Set(seqs).size).toBe(50);
      if (sort === 'newest') expect(seqs).toEqual([...seqs].sort((a, b) => b - a));
    }
  });
});

describe('operators', () => {
  beforeEach(() => {
    name(ada, 'ada');
    name(bob, 'Bob_2-x');
  });

  it('from: finds messages by their author, newest first without search terms', async () => {
    await messaging.send(ada, kitchen, 'soup one');
    await messaging.send(bob, kitchen, 'soup two');
    await messaging.send(bob, kitchen, 'bread');
    expect(await found(ada, 'from:bob_2-X')).toEqual(['bread', 'soup two']);
    expect(await found(ada, 'from:@bob_2-x soup')).toEqual(['soup two']);
    expect(await found(ada, 'from:me')).toEqual(['soup one']);
    expect(await found(ada, 'from:me from:bob_2-x soup')).toHaveLength(2);
    expect(await found(ada, 'from:me ou')).toEqual([]);
    expect(await found(ada, 'from:me oup')).toEqual(['soup one']);
  });

  it('in: finds messages in one of the person’s rooms', async () => {
    await messaging.send(ada, kitchen, 'needle in the kitchen');
    await messaging.send(ada, hall, 'needle in the hall');
    expect(await found(ada, 'needle in:#KITCHEN')).toEqual(['needle in the kitchen']);
    expect(await found(ada, 'in:"great hall"')).toEqual(['needle in the hall']);
    expect(await found(ada, 'in:kitchen', hall)).toEqual([]);
    expect(await answer(bob, 'in:"great hall"')).toMatchObject({
      hits: [],
      unknown: [{ operator: 'in', value: 'great hall' }],
    });
  });

  it('before:, after: and on: find messages by date', async () => {
    await say('needle');
    const { ts } = messaging.messagesIn(kitchen)[0]!;
    const day = (days: number) => new Date(ts + days * 86_400_000).toISOString().slice(0, 10);
    for (const asked of [`on:${day(0)}`, `after:${day(-1)}`, `before:${day(1)}`, `after:${day(-1)} before:${day(1)}`]) {
      expect(await found(ada, `needle ${asked}`)).toEqual(['needle']);
      expect(await found(ada, asked)).toEqual(['needle']);
    }
    for (const asked of [`on:${day(1)}`, `after:${day(0)}`, `before:${day(0)}`]) {
      expect(await found(ada, `needle ${asked}`)).toEqual([]);
    }
  });

  it('has:, is: and mentions: find messages by their content', async () => {
    await say('see https://example.org', 'run `ls`', 'hello @bob_2-x', '@everyone soup', 'plain soup');
    const pinned = messaging.messagesIn(kitchen)[4]!;
    await messaging.on.marks.pin({ roomId: kitchen, msgId: pinned.msgId }, messaging.as(ada));
    expect(await found(bob, 'has:link')).toEqual(['see https://example.org']);
    expect(await found(bob, 'has:code')).toEqual(['run `ls`']);
    expect(await found(bob, 'mentions:me')).toEqual(['@everyone soup', 'hello @bob_2-x']);
    expect(await found(ada, 'mentions:Bob_2-x')).toEqual(['hello @bob_2-x']);
    expect(await found(bob, 'is:pinned')).toEqual(['plain soup']);
    expect(await found(bob, 'is:pinned sou from:ada')).toEqual(['plain soup']);
    expect(await found(bob, 'is:pinned from:me')).toEqual([]);
    expect(await found(bob, 'has:link soup')).toEqual([]);
  });

  it('with unknown names find nothing, and are reported', async () => {
    await say('soup');
    const { hits, unknown } = await answer(ada, 'soup from:zoe in:attic before:tomorrow has:cake is:here mentions:zoe');
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
    await say('see https://example.org @bob_2-x');
    await messaging.edit(ada, messaging.messagesIn(kitchen)[0]!, 'nothing to see');
    expect(await found(ada, 'has:link')).toEqual([]);
    expect(await found(ada, 'mentions:bob_2-x')).toEqual([]);
    expect(await found(ada, 'from:me')).toEqual(['nothing to see']);
  });
});

describe('a nasty query', () => {
  const texts = [
    'foo(bar) and baz',
    'a AND b',
    'I like c++ and C#',
    'can she cook',
    'thanks @bob!',
    'tar -x file',
    'NEAR (the) sea',
    'he said "hi there"',
    '2 * 3 * 4',
    'well done 🙂🎉',
    'この漢字かな交じり文は長い',
    '한글은 쉽다',
    'שָׁלוֹם עולם',
    'مرحبا بالعالم',
    'ภาษาไทยง่ายมาก',
    'if (a !== b) return',
    "it's col:umn ^a",
  ];

  beforeEach(() => say(...texts));

  it.each([
    ['"', []],
    ['*', []],
    ['', []],
    [' \n\t ', []],
    ['a\u0000b', ['if (a !== b) return']],
    ['\ud83d', []],
    ['()', []],
    ['foo(', ['foo(bar) and baz']],
    ['foo(bar)', ['foo(bar) and baz']],
    ['a AND', ['a AND b', 'foo(bar) and baz', 'I like c++ and C#']],
    ['OR', []],
    ['c++', ['I like c++ and C#']],
    ['c#', ['I like c++ and C#']],
    ['@bob', ['thanks @bob!']],
    ['-x', ['tar -x file']],
    ['NEAR(', ['NEAR (the) sea']],
    ['NEAR(the sea', ['NEAR (the) sea']],
    ['say "hi', []],
    ['said "hi', ['he said "hi there"']],
    ['"hi there"', ['he said "hi there"']],
    ['🙂', ['well done 🙂🎉']],
    ['🎉 done', ['well done 🙂🎉']],
    ['🙃', []],
    ['漢字', ['この漢字かな交じり文は長い']],
    ['字', ['この漢字かな交じり文は長い']],
    ['交じり文', ['この漢字かな交じり文は長い']],
    ['字漢', []],
    ['한글', ['한글은 쉽다']],
    ['שלום', ['שָׁלוֹם עולם']],
    ['עול', ['שָׁלוֹם עולם']],
    ['مرحبا', ['مرحبا بالعالم']],
    ['عالم', ['مرحبا بالعالم']],
    ['ไทย', ['ภาษาไทยง่ายมาก']],
    ['!==', ['if (a !== b) return']],
    ['col:umn', ["it's col:umn ^a"]],
    ['text: {col umn}', []],
    ["it's", ["it's col:umn ^a"]],
    ['from:', []],
    ['"""', []],
  ])('%j finds %j', async (text, expected) => {
    expect(await found(bob, text)).toEqual(expected);
  });

  it.each([
    ['letters newer than the index knows', '\u{1e4d0}\u{1e4d1}\u{1e4d2}'],
    ['10,000 letters', 'x'.repeat(10_000)],
    ['5,000 words', 'a '.repeat(5_000)],
    ['1,600 distinct words', Array.from({ length: 1_600 }, (_, at) => `w${at}`).join(' ')],
    ['10,000 quotes', '"'.repeat(10_000)],
    ['10,000 CJK characters', '漢字'.repeat(5_000)],
    ['10,000 emojis', '🙂'.repeat(5_000)],
    ['1,000 operators', 'from:me '.repeat(1_000)],
    ['combining marks', 'a' + '\u0301'.repeat(5_000)],
  ])('with %s is accepted', async (_what, text) => {
    expect(await messaging.search(bob, text)).toMatchObject({ ok: true });
  });

  it('finds its own text', async () => {
    const long = 'x'.repeat(2_000);
    await say(long, '\u{1e4d0}\u{1e4d1}\u{1e4d2}');
    expect(await found(bob, 'x'.repeat(10_000))).toEqual([long]);
    expect(await found(bob, '\u{1e4d0}\u{1e4d1}\u{1e4d2}')).toHaveLength(1);
  });
});

describe('changes between a search and its answer', () => {
  beforeEach(() => say('needle one', 'needle two'));

  it('count: a removed member finds nothing', async () => {
    messaging.meanwhile = () => messaging.on.moderation.kick({ roomId: kitchen, userId: bob }, messaging.as(ada));
    expect(await found(bob, 'needle')).toEqual([]);
  });

  it('count in a search within one room, too', async () => {
    messaging.meanwhile = () => messaging.on.moderation.ban({ roomId: kitchen, userId: bob }, messaging.as(ada));
    expect(await messaging.search(bob, 'needle', kitchen)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  it('count: messages that were deleted or edited meanwhile are not found as they were', async () => {
    const [one, two] = messaging.messagesIn(kitchen);
    messaging.meanwhile = () => messaging.delete(ada, one!);
    expect(await found(bob, 'needle')).toEqual(['needle two']);
    messaging.meanwhile = () => messaging.edit(ada, two!, 'a pin');
    expect(await found(bob, 'needle')).toEqual([]);
    messaging.meanwhile = () => Promise.resolve();
    expect(await found(bob, 'pin')).toEqual(['a pin']);
    expect(await found(bob, 'needle')).toEqual([]);
    messaging.log.rebuild();
    expect(await found(bob, 'eedl')).toEqual([]);
    expect(await found(bob, 'pin')).toEqual(['a pin']);
  });
});

it('a search in a small room finds the same by comparison as by the indexes', async () => {
  await say(...Array.from({ length: 60 }, (_, at) => `lots of kitchen talk ${String(at)}`));
  await messaging.send(ada, hall, 'kitchen talk, but in the hall: steam');
  for (const text of ['talk', 'steam', 'team', 'from:me talk', 'in:"great hall"', 'in']) {
    name(ada, 'ada');
    expect(await found(ada, text, hall)).toEqual(['kitchen talk, but in the hall: steam']);
  }
  expect(await found(ada, 'lots', hall)).toEqual([]);
});

it('an erased message is not found', async () => {
  await say('secret');
  await messaging.erase(messaging.published.at(-1)!.event);
  expect(await found(ada, 'secret')).toEqual([]);
});
