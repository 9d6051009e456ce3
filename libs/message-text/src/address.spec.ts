import { linkTo } from './address';
import { tokens } from './tokens';

/** The addresses that are links in a text. */
const linked = (text: string): readonly string[] =>
  [...tokens(text)].flatMap((token) => (token.kind === 'address' && token.target ? token.target.text : []));

describe('an address in a text', () => {
  it.each([
    // Whole, with what belongs to it.
    'http://a.example/x',
    'HTTPS://A.EXAMPLE/X',
    'https://a.example/b_(c)',
    'https://a.example/b_(c_(d))/e',
    'https://a.example/x-y_z~w/--/@ada?q=1&r=*,2;#p!s',
    "https://a.example/O'Brien",
    'https://a.example/path/',
    'https://a.example/?q=',
    'https://a.example:8443/x',
    'https://127.0.0.1:8443/x',
    'https://[::1]:80/x',
    'http://localhost:4200',
    'https://my_host.example',
    'https://a.example./x',
    'https://a.example/%E4%BD%A0',
    'https://a.example/%zz',
    'https://münchen.example/über',
    'https://例え.jp/テスト',
    'https://пример.рф/путь',
    'https://مثال.إختبار/مسار',
    'https://a.example/東京（駅）',
    'https://a.example/ジョン・スミス',
    'https://a.example/Michelson–Morley',
    'https://a.example/👍',
    'mailto:ada@a.example?subject=x',
  ])('%s is one', (text) => {
    expect(linked(text)).toEqual([text]);
    expect(linked(`see ${text} and ${text}`)).toEqual([text, text]);
  });

  it.each([
    ['参见https://a.example', ['https://a.example']],
    ['смотриhttps://a.example', ['https://a.example']],
    ['this.https://a.example', ['https://a.example']],
    ['https://a.example,https://b.example', ['https://a.example', 'https://b.example']],
    ['https://a.example,@bob', ['https://a.example']],
    ['https://a.example!@bob', ['https://a.example']],
    ['https://a.example|https://b.example|', ['https://a.example', 'https://b.example']],
    ['_https://a.example/x_ __https://b.example__', ['https://a.example/x', 'https://b.example']],
    ['**https://a.example/x**, ~~https://b.example~~', ['https://a.example/x', 'https://b.example']],
    ['*https://a.example/x* ||https://b.example/x||', ['https://a.example/x', 'https://b.example/x']],
    ['**https://a.example/x**after', ['https://a.example/x']],
    ["https://a.example's page", ['https://a.example']],
    ['https://a.example/x’s page', ['https://a.example/x']],
    ['<https://a.example/x>', ['https://a.example/x']],
    ['`https://a.example/x', ['https://a.example/x']],
    ['https://a.example/x`', ['https://a.example/x']],
    [String.raw`https://a.example\@bob`, ['https://a.example']],
    ['(see https://a.example/b_(c))', ['https://a.example/b_(c)']],
    ['(https://a.example/x)and', ['https://a.example/x']],
    ['[https://a.example/x] {https://b.example/x}', ['https://a.example/x', 'https://b.example/x']],
    ['https://a.example/x（看这里）', ['https://a.example/x']],
    ['https://a.example/東京（駅））。', ['https://a.example/東京（駅）']],
    ['https://a.example(here)', ['https://a.example']],
    ['https://a.example看这里', ['https://a.example']],
    ['https://a.example에서', ['https://a.example']],
    ['http://localhost:4200看', ['http://localhost:4200']],
    ['https://a.example👍', ['https://a.example']],
    ['https://a.example:', ['https://a.example']],
    ['https://a.example/x&quot;&gt;more', ['https://a.example/x']],
    ['https://a.example/?a=1&amp;b=2&amp;', ['https://a.example/?a=1&amp;b=2']],
    ['\u2068https://a.example/x\u2069.', ['https://a.example/x']],
    ['https://a.example/x\u200f', ['https://a.example/x']],
  ])('%s: %j', (text, addresses) => {
    expect(linked(text)).toEqual(addresses);
  });

  // Final, closing and terminal punctuation, and quotation marks, of every script.
  it.each(Array.from('”’»›„‟❞❜❠🙷】〉》」』〕⟩❩؟،؛।॥።、。！？…‽៕᙮᠃։׃'))('ends before %s', (mark) => {
    for (const address of ['https://a.example', 'https://a.example/x', 'https://a.example/b_(c)'])
      for (const after of [mark, `${mark} and`, `.${mark}`, `${mark}.`, `${mark}${mark}`])
        expect(linked(`see ${address}${after}`)).toEqual([address]);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://a.example',
    'xhttps://a.example',
    'git+https://a.example',
    'www.a.example',
    'a.example/x',
    'http://',
    'https://.',
    'https://@a.example',
    'http://[::zz]/',
    'mailto:nobody',
    'https://bank.example@evil.example/',
    'https://bank.example:x@evil.example',
    'https://bank.example:443@evil.example',
    'https://bank.example%2f@evil.example',
  ])('%s is none', (text) => {
    expect(linked(text)).toEqual([]);
  });

  it.each(['\u202e', '\u2066', '\u200b', '\u00ad', '\u3164', '\u2800', '\u{e0041}', '\u0008'])(
    'is none with an invisible character in it: %j',
    (character) => {
      for (const text of [`https://bank.example/${character}x`, `https://bank.example${character}.evil.example`])
        expect(linked(text)).toEqual([]);
    },
  );

  it('leads where its text says', () => {
    for (const text of ['https://a.example,b', 'https://a.example。b.example', 'https://a.example;@b.example/x'])
      expect([...tokens(text)].map((token) => token.kind === 'address' && token.target?.href)).toContain(
        'https://a.example/',
      );
  });
});

describe('addresses × the texts around them', () => {
  const addresses = [
    'https://a.example',
    'http://localhost:4200',
    'https://münchen.example',
    'https://例え.jp',
    'https://a.example/',
    'https://a.example/x',
    'https://a.example/b_(c)',
    'https://a.example/?q=1#top',
    'https://a.example/%E4%BD%A0',
    'https://a.example/路径',
    'https://a.example/путь',
    'https://a.example/مسار',
    'https://a.example/שלום',
    'https://a.example/पथ',
    'https://a.example/ทาง',
  ];
  const before = [
    '',
    ' ',
    '参见',
    'これは',
    '참조',
    'смотри',
    'انظر',
    'ראה',
    'देखें',
    'ดู',
    '(',
    '（',
    '「',
    '«',
    '„',
    '"',
    '：',
    '—',
    '👉',
  ];
  /** Punctuation that ends a sentence or quotation, and that a word may follow without a blank. */
  const ends = Array.from('＞｜。．，、；：！？」』”’»›،؛؟۔।॥။។։።');
  /** Punctuation that is part of an address only if more of it follows. */
  const latin = [
    '.',
    ',',
    ';',
    ':',
    '!',
    '?',
    "'",
    '…',
    '...',
    '?!',
    ').',
    '].',
    '"',
    '}',
    '）',
    '】',
    '》',
    '〗',
    '⟩',
    '～',
    '〜',
    '・',
    '—',
    ' –',
  ];
  const after = ['看这里', 'です', '입니다', 'далее', 'ثم', 'שם', 'फिर', 'ต่อ', 'and'];

  it('end where a person would end them', () => {
    const wrong: string[] = [];
    const expectOne = (text: string, address: string) => {
      if (linked(text).join(' ') !== address) wrong.push(text);
    };
    for (const address of addresses)
      for (const [at, start] of before.entries()) {
        for (const end of [...ends, ...latin]) expectOne(`${start}${address}${end}`, address);
        for (const end of ends) expectOne(`${start}${address}${end}${after[at % after.length] ?? ''}`, address);
        for (const word of after) expectOne(`${start}${address} ${word}`, address);
      }
    expect(wrong).toEqual([]);
  });
});

describe('the target of a named link', () => {
  it.each(['https://a.example/x.', 'https://a.example/who?', 'mailto:ada@a.example'])('may be %s', (target) => {
    expect(linkTo(target)?.text).toBe(target);
  });

  it.each(['a.example', 'javascript:alert(1)', 'https://a@b.example', 'https:@b.example', 'https://a.example/\u202ex'])(
    'may not be %s',
    (target) => {
      expect(linkTo(target)).toBeNull();
    },
  );
});
