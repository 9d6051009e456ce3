import { describe, expect, it } from '@jest/globals';
import { addressIn, namesAnotherHost } from './address';

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

describe('the text of a named link', () => {
  const evil = 'https://evil.example/x';

  it.each([
    'https://bank.example',
    'HTTPS://BANK.EXAMPLE/login',
    'http:///bank.example',
    'bank.example',
    'www.bank.example',
    'sign in at bank.example now',
    'https://intranet',
    'https://[::1]/',
    '192.168.1.1',
    'ada@bank.example',
    'ｂａｎｋ.example',
    'bank．example',
    'bank。example',
    'bank․example',
    'bank\u200b.exam\u00adple',
    'https://evil.example and https://bank.example',
    'https://evil.example.bank.example',
    'https://evil.example@bank.example',
    'bücher.example',
    'еvil.example',
    'ftp://bank.example',
  ])('names another host than the link opens: %s', (words) => {
    expect(namesAnotherHost(words, evil)).toBe(true);
  });

  it.each([
    ['the results', evil],
    ['https://evil.example', evil],
    ['evil.example', evil],
    ['www.evil.example', evil],
    ['EVIL.example/x', evil],
    ['bücher.example', 'https://bücher.example/'],
    ['node.js docs', 'https://nodejs.example/'],
    ['README.md', 'https://code.example/a/README.md'],
    ['version 2.10.3', evil],
    ['e.g. this', evil],
    ['write to ada@bank.example', 'mailto:ada@bank.example'],
    ['10:30 … 11:00', evil],
  ])('names no other host: %s → %s', (words, href) => {
    expect(namesAnotherHost(words, href)).toBe(false);
  });

  it('names a host when the link leads to no file of that name', () => {
    expect(namesAnotherHost('README.md', 'https://evil.example/')).toBe(true);
    expect(namesAnotherHost('bank.example', 'https://evil.example/bank.example')).toBe(true);
  });
});
