import { matchIn, matchQualities } from './match';
import { parseQuery } from './search-query';

const marked = (text: string, query: string) => {
  const match = matchIn(text, parseQuery(query).terms);
  return match && match.ranges.map(({ start, end }) => text.slice(start, end));
};
const quality = (text: string, query: string) =>
  matchIn(text, parseQuery(query).terms)?.found.map((found) => found.quality);

describe('a message matches', () => {
  it.each([
    ['Hello, everyone. Say hello!', 'hello every', ['Hello', 'everyone', 'hello']],
    ['Café CAFÉ cafes', 'cafe', ['Café', 'CAFÉ', 'cafes']],
    ['the steamboat', 'team', ['team']],
    ['a strasse, eine Straße', 'straße', ['strasse', 'Straße']],
    ['in der Gartenstraße', 'enstr', ['enstr']],
    ['I write c++ and C++17', 'c++', ['c++', 'C++']],
    ['ls -x here', '-x', ['-x']],
    ['thanks @bob', '@bob', ['bob']],
    ['see node.js or node js', 'node.js', ['node.js', 'node js']],
    ['say "hello  there" now', '"hello there"', ['hello  there']],
    ['この漢字は難しい', '漢字', ['漢字']],
    ['오늘 한글은 쉽다', '한글', ['한글']],
    ['ภาษาไทยง่าย', 'ไทย', ['ไทย']],
    ['שָׁלוֹם לכולם', 'שלום', ['שָׁלוֹם']],
    ['ＡＢＣ１２３ is wide', 'abc123', ['ＡＢＣ１２３']],
    ['abc123 is narrow', 'ＡＢＣ１２３', ['abc123']],
    ['so ﬁne, ﬂuﬀy', 'fine fluffy', ['ﬁne', 'ﬂuﬀy']],
    ['the eﬀect here', 'ffec', ['ﬀec']],
    ['reoﬃce', 'eof', ['eoﬃ']],
    ['12 m² and x⁴', 'm2 x4', ['m²', 'x⁴']],
    ['𝓱𝓮𝓵𝓵𝓸 there', 'hello', ['𝓱𝓮𝓵𝓵𝓸']],
    ['パン', 'ﾊﾟﾝ', ['パン']],
    ['go to 🇩🇪🇫🇷 now', '🇫🇷', ['🇫🇷']],
    ['10 € or 12€', '€', ['€', '€']],
    ['a→b ★', '→ ★', ['→', '★']],
    ['the 👩🏽‍🚀 flies', '👩🏽‍🚀', ['👩🏽‍🚀']],
    ['we ❤️ it', '❤', ['❤']],
    ['press 1️⃣ now', '1', ['1️⃣']],
    ['Ｃ＋＋ and c＃', 'c++', ['Ｃ＋＋']],
    ['see #general', '#', ['#']],
    ['a * b', '*', ['*']],
    ['오늘 한글은'.normalize('NFD').normalize('NFC'), '한글'.normalize('NFD'), ['한글']],
    ['ﺳﻼﻡ', 'سلام', ['ﺳﻼﻡ']],
    ['漢字', '字', ['字']],
    ['a zero\u00adwi\u200bd\u2060th sign', 'zerowidth', ['zero\u00adwi\u200bd\u2060th']],
    ['a zerowidth sign', 'zero\u00adwi\u200bd\u2060th', ['zerowidth']],
    ['5 ㎏ or 5㎏', '5kg', ['5㎏']],
    ['5 kg', '㎏', ['kg']],
    ['ﷺ', 'صلى الله', ['ﷺ']],
    ['takes ½ hour', '1/2', ['½']],
    ['takes 1⁄2 hour', '½', ['1⁄2']],
    ['ดื่มน้ำ', 'น\u0e49\u0e4d\u0e32', ['น้ำ']],
    ['ดื่มน\u0e4d\u0e49\u0e32', 'น้ำ', ['น\u0e4d\u0e49\u0e32']],
    ['\u1112\u1161\u11ab글', '한글', ['\u1112\u1161\u11ab글']],
    ['하\u11ab글', '한글', ['하\u11ab글']],
    ['ﾡ', 'ㄱ', ['ﾡ']],
    ['カﾞラス', 'ｶﾞﾗｽ', ['カﾞラス']],
    ['株式会社', '㍿', ['株式会社']],
    ['￥500', '¥', ['￥']],
    ['done 👍🏽 great', '👍', ['👍']],
  ])('%j for the query %j', (text, query, words) => {
    expect(marked(text, query)).toEqual(words);
  });

  it.each([
    ['the boat', 'team'],
    ['a cat', 'c++'],
    ['abc#', 'c#'],
    ['tomato', 'to at'],
    ['hello you there', '"hello there"'],
    ['hellos', '"hello"'],
    ['が', 'か'],
    ['하늘', '한'],
    ['ab 🇪🇩', '🇩🇪'],
    ['half ½', '12'],
    ['a → b', '"a b"'],
  ])('but not %j for the query %j', (text, query) => {
    expect(marked(text, query)).toBeNull();
  });

  it('by whole words, by beginnings and by parts', () => {
    expect(quality('a tea', 'tea')).toEqual([matchQualities.word]);
    expect(quality('a teapot', 'tea')).toEqual([matchQualities.beginning]);
    expect(quality('some steam', 'tea')).toEqual([matchQualities.part]);
    expect(quality('some steam, a teapot and tea', 'tea team')).toEqual([matchQualities.word, matchQualities.part]);
  });
});
