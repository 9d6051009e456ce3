import { bob } from '../testing/people';
import { SearchedRooms } from '../testing/searched-rooms';

let rooms: SearchedRooms;
let messaging: SearchedRooms['messaging'];

beforeEach(async () => {
  rooms = await SearchedRooms.open();
  ({ messaging } = rooms);
});

afterEach(() => rooms[Symbol.asyncDispose]());

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

  beforeEach(() => rooms.send(...texts));

  it.each([
    ['"', []],
    ['*', ['2 * 3 * 4']],
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
    expect(await rooms.found(bob, text)).toEqual(expected);
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
    await rooms.send(long, '\u{1e4d0}\u{1e4d1}\u{1e4d2}');
    expect(await rooms.found(bob, 'x'.repeat(10_000))).toEqual([long]);
    expect(await rooms.found(bob, '\u{1e4d0}\u{1e4d1}\u{1e4d2}')).toHaveLength(1);
  });
});
