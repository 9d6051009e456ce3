import { parseQuery } from './search-query';

const terms = (text: string) => parseQuery(text).terms.map(({ words }) => words);
const operators = (text: string) => parseQuery(text).operators.map(({ operator, value }) => `${operator}=${value}`);
const signs = (text: string) => parseQuery(text).terms.flatMap((term) => (term.signs ? [term.literal] : []));

describe('the terms of a query', () => {
  it.each([
    ['hello every', [['hello'], ['every']]],
    ['', []],
    [' \n\t ', []],
    ['"', []],
    ['*', [[]]],
    ['soup & bread', [['soup'], ['bread']]],
    ['🙂', [['\ue0002r7m']]],
    ['👍🏽', [['\ue0002qtp']]],
    ['foo(', [['foo']]],
    ['a AND', [['a'], ['and']]],
    ['NEAR(', [['near']]],
    ["it's", [['it', 's']]],
    ['col:umn', [['col', 'umn']]],
    ['https://a.example', [['https', 'a', 'example']]],
    ['no, thanks.', [['no'], ['thanks']]],
    ['\u0000nul\u0000', [['nul']]],
    [
      '漢字 かな',
      [
        ['漢', '字'],
        ['か', 'な'],
      ],
    ],
    ['שָׁלוֹם مَرْحَبًا', [['שלום'], ['مرحبا']]],
    ['ＡＢＣ１２３ ﬁne m²', [['abc123'], ['fine'], ['m2']]],
    ['🇩🇪', [['\ue0002qcp\ue0042qcq']]],
    ['→', [['\ue0006mq']]],
    [
      'Foo™ 25℃',
      [
        ['foo', '\ue0006jm'],
        ['25', '\ue0006ir'],
      ],
    ],
    ['half \ud83d pair', [['half'], ['pair']]],
    ['Straße CAFE\u0301', [['strasse'], ['cafe']]],
  ])('of %j contain the words %j', (text, words) => {
    expect(terms(text)).toEqual(words);
  });

  it.each([
    ['c++', ['c++']],
    ['C# and -x', ['c#', '-x']],
    ['a/b', ['a/b']],
    ['!==', ['!==']],
    ['#', ['#']],
    ['Ｃ＋＋', ['c++']],
    ['@bob node.js foo(', []],
    ['hi! (ok)', []],
  ])('of %j that are compared verbatim are %j', (text, literals) => {
    expect(signs(text)).toEqual(literals);
  });

  it('are whole words in quotes, and prefixes if the quotes are still open', () => {
    const [closed, open] = parseQuery('"Hello there" "gene kell').terms;
    expect(closed).toMatchObject({ words: ['hello', 'there'], whole: true });
    expect(open).toMatchObject({ words: ['gene', 'kell'], whole: false });
  });

  it('are deduplicated, and limited to ten', () => {
    expect(terms('the The THE')).toEqual([['the']]);
    expect(terms(Array.from({ length: 3_000 }, (_, at) => `w${at}`).join(' '))).toHaveLength(10);
  });

  it('are cut if one is very long', () => {
    expect(terms(`${'x'.repeat(9_990)} y`)).toEqual([['x'.repeat(64)], ['y']]);
    expect(terms('𝒳'.repeat(80))).toEqual([['x'.repeat(64)]]);
  });
});

describe('the operators of a query', () => {
  it('are the known names before a colon, in any case', () => {
    expect(operators('from:ada IN:kitchen has:link soup is:pinned')).toEqual([
      'from=ada',
      'in=kitchen',
      'has=link',
      'is=pinned',
    ]);
    expect(terms('from:ada IN:kitchen has:link soup is:pinned')).toEqual([['soup']]);
  });

  it('accept a value with spaces in quotes', () => {
    expect(operators('in:"two words" before:2026-11-01')).toEqual(['in=two words', 'before=2026-11-01']);
    expect(operators('ｆｒｏｍ：ada')).toEqual(['from=ada']);
    expect(operators('in:"two wo')).toEqual(['in=two wo']);
  });

  it('are ignored without a value, because the person is still typing', () => {
    expect(parseQuery('soup from:')).toMatchObject({ terms: [{ words: ['soup'] }], operators: [] });
  });
});
