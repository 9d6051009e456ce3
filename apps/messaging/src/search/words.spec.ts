import { folded, foldedWithPositions, wordsIn, wordsInFolded } from './words';

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

const everyOne = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || (code > 0xf8ff && code < 0xf0000))
  .map((code) => String.fromCodePoint(code));
const keysIn = (text: string) => wordsIn(text).map(({ key }) => key);

it('every character of Unicode is the same in a message and in the folded query', () => {
  const unlike = everyOne
    .filter((character) => /[\p{L}\p{N}\p{S}]/u.test(character))
    .filter(
      (character) => String(keysIn(character)) !== String(wordsInFolded(folded(character)).map(({ key }) => key)),
    );
  expect(unlike).toEqual([]);
});

it('every letter and digit is found by what Unicode says that it stands for', () => {
  const unlike = everyOne
    .filter((character) => /[\p{L}\p{N}]/u.test(character) && character.normalize('NFKC') !== character)
    .filter((character) => !/^\p{Extended_Pictographic}/u.test(character))
    .filter((character) => folded(character) !== folded(character.normalize('NFKC')));
  expect(unlike).toEqual([]);
});

it('every invisible character inside a word leaves the word as it is', () => {
  const invisible = everyOne.filter((character) => /^\p{Default_Ignorable_Code_Point}$/u.test(character));
  expect(invisible.length).toBeGreaterThan(100);
  for (const word of ['kitchen', 'Küche', 'кухня', 'مطبخ', 'ครัว', '부엌'])
    for (const character of invisible) {
      const hidden = Array.from(word).join(character);
      if (String(keysIn(hidden)) !== String(keysIn(word)))
        throw new Error(`${word} with U+${character.codePointAt(0)!.toString(16)}`);
    }
});

it('a text is found however it is normalized', () => {
  const texts = ['한글', 'Việt Nam', 'ガラス', 'ㅋㅋ 하하', 'n̈', 'שָׁלוֹם', 'क़लम', 'น้ำ ຄຳ', 'ｶﾞﾗｽ'];
  for (const text of texts)
    for (const form of ['NFC', 'NFD'] as const) expect(keysIn(text.normalize(form))).toEqual(keysIn(text));
});
