import { foldedWithPositions, wordsIn } from './words';

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
