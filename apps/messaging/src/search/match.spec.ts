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
