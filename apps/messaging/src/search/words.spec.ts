import { composed, folded, foldedWithPositions, wordsIn } from './words';

const everyCharacter = Array.from({ length: 128 }, (_, code) => `Ab${String.fromCharCode(code)}c9`);

describe('the words of an ASCII text', () => {
  it.each([...everyCharacter, '', 'Two words', 'c++ and C#', 'snake_case, kebab-case', '10,000 at 3.14'])(
    'are the same beside a non-ASCII word: %j',
    (text) => {
      const [other] = wordsIn('é');
      const shift = 2;
      const expected = wordsIn(text).map(({ key, start, end }) => ({ key, start: start + shift, end: end + shift }));
      expect(wordsIn(`é ${text}`)).toEqual([other, ...expected]);
    },
  );
});

describe('a folded ASCII text', () => {
  it.each(everyCharacter)('is the same beside a non-ASCII character: %j', (text) => {
    const [alone, beside] = [foldedWithPositions(text), foldedWithPositions(`É${text}`)];
    expect(beside.text).toBe(`e${alone.text}`);
    for (let at = 0; at <= text.length; at++) expect(beside.positionOf(at + 1)).toBe(alone.positionOf(at) + 1);
  });
});

it('every character of Unicode is split alike in a message and in the folded query', () => {
  const keysIn = (text: string) => wordsIn(text).map(({ key }) => key);
  const unlike = Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || (code > 0xf8ff && code < 0xf0000))
    .map((code) => String.fromCodePoint(code))
    .filter((character) => /(?!\p{sc=Han}|\p{sc=Hangul})[\p{L}\p{N}\p{S}]/u.test(character))
    .filter((character) => String(keysIn(composed(character))) !== String(keysIn(folded(character))));
  expect(unlike).toEqual([]);
});
