import type { RoomId } from '@devchitchat/contracts';
import { MessagingFile } from '../testing/messaging-file';
import { ada, bob, cleo } from '../testing/people';

let messaging: MessagingFile;
let kitchen: RoomId;
let hall: RoomId;

beforeEach(async () => {
  messaging = await MessagingFile.open();
  kitchen = await messaging.room('public', 'kitchen', [ada, bob]);
  hall = await messaging.room('private', 'hall', [ada]);
});

afterEach(() => messaging[Symbol.asyncDispose]());

const found = (userId: typeof ada, text: string, roomId?: RoomId) => {
  const reply = messaging.search(userId, text, roomId);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value.hits.map(({ message }) => message.text);
};

describe('searching', () => {
  it('finds words and beginnings of words, without regard to case and diacritics', async () => {
    await messaging.send(ada, kitchen, 'The Café opens at nine');
    for (const text of ['cafe', 'CAFÉ', 'caf', 'the cafe', 'nine op']) expect(found(ada, text)).toHaveLength(1);
    for (const text of ['afe', 'cafe ten', 'nin opens']) expect(found(ada, text)).toEqual([]);
  });

  it('finds what was typed on a keyboard that sends accents apart', async () => {
    await messaging.send(ada, kitchen, 'Cafe\u0301 が は\u3099');
    for (const text of ['café', 'cafe\u0301', 'か\u3099', 'ば']) expect(found(ada, text)).toHaveLength(1);
  });

  it('looks into the rooms one is in and into no other', async () => {
    await messaging.send(ada, kitchen, 'needle in the kitchen');
    await messaging.send(ada, hall, 'needle in the hall');
    expect(found(ada, 'needle').sort()).toEqual(['needle in the hall', 'needle in the kitchen']);
    expect(found(ada, 'needle', hall)).toEqual(['needle in the hall']);
    expect(found(bob, 'needle')).toEqual(['needle in the kitchen']);
    expect(found(cleo, 'needle')).toEqual([]);
    for (const room of [hall, 'r_0000000000000000' as RoomId]) {
      expect(messaging.search(bob, 'needle', room)).toMatchObject({ ok: false, error: { code: 'not_found' } });
    }
    await messaging.on.rooms.leaveRoom({ roomId: kitchen }, messaging.as(bob));
    expect(found(bob, 'needle')).toEqual([]);
  });

  it('puts the best match first, and of equal ones the newest', async () => {
    for (const text of ['tea', 'tea and coffee and cake and more', 'tea tea tea', 'tea']) {
      await messaging.send(ada, kitchen, text);
    }
    expect(found(ada, 'tea')).toEqual(['tea tea tea', 'tea', 'tea', 'tea and coffee and cake and more']);
    const reply = messaging.search(ada, 'tea');
    expect(reply.ok && reply.value.hits.map(({ message }) => message.seq)).toEqual([3, 4, 1, 2]);
  });

  it('shows the match in a snippet', async () => {
    await messaging.send(ada, kitchen, 'Hello, everyone');
    expect(messaging.search(ada, 'hello every')).toMatchObject({
      value: { hits: [{ snippet: '\u0001Hello\u0002, \u0001everyone\u0002', message: { seq: 1, userId: ada } }] },
    });
  });

  it.each([
    ['quotes', '"'],
    ['an open parenthesis', 'foo('],
    ['a dangling operator', 'a AND'],
    ['only an operator', 'OR'],
    ['c++', 'c++'],
    ['a mention', '@bob'],
    ['a minus', '-x'],
    ['NEAR', 'NEAR('],
    ['a star', '*'],
    ['a column filter', 'text: {a b}'],
    ['an anchor', '^a'],
    ['a quote within', 'say "hi'],
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['emoji', '🙂🙃'],
    ['CJK', '漢字かな交じり文'],
    ['letters newer than the index knows', '\u{1e4d0}\u{1e4d1}'],
    ['NUL', 'a\u0000b'],
    ['half a surrogate pair', '\ud83d'],
    ['10,000 letters', 'x'.repeat(10_000)],
    ['5,000 words', 'a '.repeat(5_000)],
    ['1,600 distinct words', Array.from({ length: 1_600 }, (_, at) => `w${at}`).join(' ')],
    ['10,000 quotes', '"'.repeat(10_000)],
  ])('takes %s for a legal query', async (_what, text) => {
    await messaging.send(ada, kitchen, 'foo a b c x bob say hi 🙂 漢字かな交じり文');
    expect(messaging.search(ada, text)).toMatchObject({ ok: true });
  });

  it.each(['foo(', 'a AND', 'c++', '@bob', '-x', 'say "hi', '漢字'])('finds by %j what it says', async (text) => {
    await messaging.send(ada, kitchen, 'foo a and b c++ x @bob say "hi" 漢字かな交じり文');
    expect(found(ada, text)).toHaveLength(1);
  });

  it('does not find what is erased', async () => {
    await messaging.send(ada, kitchen, 'secret');
    await messaging.erase(messaging.published.at(-1)!.event);
    expect(found(ada, 'secret')).toEqual([]);
  });
});
