import { addressIn } from './address';

const text = (candidate: string) => addressIn(candidate)?.text;

describe('an address', () => {
  it('is recognised in full', () => {
    expect(addressIn('http://a.example/x')).toEqual({ text: 'http://a.example/x', href: 'http://a.example/x' });
  });

  it('excludes the punctuation at the end of a sentence and the characters around it', () => {
    expect(
      ['https://a.example/x.', 'https://b.example",', 'https://c.example/?q=1!?', 'https://d.example**'].map(text),
    ).toEqual(['https://a.example/x', 'https://b.example', 'https://c.example/?q=1', 'https://d.example']);
  });

  it('includes brackets that it opens, and excludes those around it', () => {
    expect(['https://a.example/b_(c))', 'https://d.example]'].map(text)).toEqual([
      'https://a.example/b_(c)',
      'https://d.example',
    ]);
  });

  it('ends before the punctuation or brackets of any script', () => {
    const ends = ['。', '）', '」', '，', '、', '！', '？', '】。', '،', '؟', '۔', '।', '”', '»', '...'];
    expect(ends.map((end) => text(`https://a.example/x${end}`))).toEqual(ends.map(() => 'https://a.example/x'));
    expect(text('https://a.example/東京（駅））。')).toBe('https://a.example/東京（駅）');
  });

  it('has the scheme http, https or mailto', () => {
    expect(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'ftp://a.example'].map(addressIn)).toEqual(
      [null, null, null, null],
    );
    expect(text('mailto:ada@a.example')).toBe('mailto:ada@a.example');
  });

  it('requires a host', () => {
    expect(['http://', 'https://.', 'http://[::zz]/', 'mailto:nobody'].map(addressIn)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('is parsed in bounded time on a long line of brackets', () => {
    const brackets = ')'.repeat(200_000);
    expect(text(`https://a.example/${brackets}`)).toBe('https://a.example/');
  });

  it('is rejected when a user name makes it look like another host', () => {
    expect(['https://bank.example@evil.example/', 'https://bank.example:x@evil.example'].map(addressIn)).toEqual([
      null,
      null,
    ]);
  });

  it.each(['\u202e', '\u2066', '\u200b', '\u00ad', '\u3164', '\u2800', '\u{e0041}', '\u0008'])(
    'is rejected when it contains an invisible character: %j',
    (character) => {
      expect(addressIn(`https://bank.example/${character}x`)).toBeNull();
    },
  );
});
