import { wordsIn } from './words';

describe('the words of an ASCII text', () => {
  const everyCharacter = Array.from({ length: 128 }, (_, code) => `Ab${String.fromCharCode(code)}c9`);
  it.each([...everyCharacter, '', 'Two words', 'c++ and C#', 'snake_case, kebab-case', '10,000 at 3.14'])(
    'are found as beside a word that is not: %j',
    (text) => {
      const [other] = wordsIn('é');
      const shift = 2;
      const expected = wordsIn(text).map(({ key, start, end }) => ({ key, start: start + shift, end: end + shift }));
      expect(wordsIn(`é ${text}`)).toEqual([other, ...expected]);
    },
  );
});
