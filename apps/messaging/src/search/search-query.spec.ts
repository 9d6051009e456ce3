import { matcherOf, matchExpression, termsOf } from './search-query';

const asked = (text: string) => matchExpression(termsOf(text));

describe('a search query', () => {
  it('asks for every word, and takes the last for the beginning of one', () => {
    expect(asked('hello every')).toBe('"hello" "every"*');
  });

  it.each([
    ['"', '""'],
    ['*', '""'],
    ['', '""'],
    ['🙂', '""'],
    ['foo(', '"foo"*'],
    ['a AND', '"a" "AND"*'],
    ['c++', '"c"*'],
    ['@bob', '"bob"*'],
    ['-x', '"x"*'],
    ['NEAR(', '"NEAR"*'],
    ["it's", '"it" "s"*'],
    ['col:umn', '"col" "umn"*'],
    ['\u0000nul\u0000', '"nul"*'],
    ['漢字 かな', '"漢字" "かな"*'],
    ['half \ud83d pair', '"half" "pair"*'],
  ])('makes no syntax of %j', (text, expression) => {
    expect(asked(text)).toBe(expression);
  });

  it('asks for a word once, and for sixteen at most', () => {
    expect(asked('the The THE')).toBe('"THE"*');
    expect(termsOf(Array.from({ length: 3_000 }, (_, at) => `w${at}`).join(' '))).toHaveLength(16);
  });

  it('cuts a very long word, and takes what is left for its beginning', () => {
    expect(asked(`${'x'.repeat(9_990)} y`)).toBe(`"${'x'.repeat(64)}"* "y"*`);
    expect(asked('𝒳'.repeat(40))).toBe(`"${'𝒳'.repeat(32)}"*`);
  });
});

describe('what matches', () => {
  it('is a word in any case, with or without its diacritics', () => {
    const isMatch = matcherOf(termsOf('Café ma'));
    expect(['cafe', 'CAFÉ', 'mañana', 'cafes', 'am'].map(isMatch)).toEqual([true, true, true, false, false]);
  });

  it('keeps Hangul syllables whole', () => {
    expect(['한글', '하늘'].map(matcherOf(termsOf('한')))).toEqual([true, false]);
  });
});
