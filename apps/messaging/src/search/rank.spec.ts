import { matchIn } from './match';
import { ranked } from './rank';
import { parseQuery } from './search-query';

const day = 86_400_000;

/** Ranks the texts, each of the given age in days. */
function order(query: string, texts: readonly (readonly [text: string, daysAgo: number])[], documents: number[] = []) {
  const { terms } = parseQuery(query);
  const hits = texts.map(([text, daysAgo], at) => ({
    msgId: at + 1,
    ts: 1_000 * day - daysAgo * day,
    match: matchIn(text, terms)!,
    text,
  }));
  return ranked(hits, documents, 1_000).map(({ text }) => text);
}

describe('search results', () => {
  it('list whole words first, however old, then beginnings, then parts', () => {
    const texts = [
      ['steam tea-less steam', 0],
      ['steam', 0],
      ['a teapot', 1],
      ['we drank some of the old tea in the kitchen with everybody', 900],
    ] as const;
    expect(order('tea', [texts[1], texts[2], texts[3]])).toEqual([texts[3][0], texts[2][0], texts[1][0]]);
  });

  it('prefer more occurrences and shorter texts', () => {
    expect(
      order('tea', [
        ['tea and coffee and cake and more', 0],
        ['tea', 0],
        ['tea tea tea', 0],
      ]),
    ).toEqual(['tea tea tea', 'tea', 'tea and coffee and cake and more']);
  });

  it('prefer new messages, but a good match of last month over a weak one of today', () => {
    expect(
      order('tea', [
        ['tea a', 300],
        ['tea b', 0],
        ['tea c', 20],
      ]),
    ).toEqual(['tea b', 'tea c', 'tea a']);
    const long = `tea ${'and something else '.repeat(20)}`;
    expect(
      order('tea', [
        [long, 0],
        ['tea tea', 30],
      ]),
    ).toEqual(['tea tea', long]);
  });

  it('weigh the rarer of two words more', () => {
    const texts = [
      ['the the the kubernetes', 0],
      ['the kubernetes kubernetes kubernetes', 0],
    ] as const;
    expect(order('the kubernetes', texts, [900, 3])[0]).toBe(texts[1][0]);
    expect(order('the kubernetes', texts, [3, 900])[0]).toBe(texts[0][0]);
  });

  it('list newer ones first among equals', () => {
    expect(
      order('tea', [
        ['tea', 0],
        ['tea ', 0],
        ['tea!', 0],
      ]),
    ).toEqual(['tea!', 'tea ', 'tea']);
  });
});
