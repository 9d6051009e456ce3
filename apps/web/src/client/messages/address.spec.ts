import { describe, expect, it } from '@jest/globals';
import { addressIn, namesAnotherHost } from './address';

const text = (candidate: string) => addressIn(candidate)?.text;

describe('an address', () => {
  it('is as long as it is', () => {
    expect(addressIn('http://a.example/x')).toEqual({ text: 'http://a.example/x', href: 'http://a.example/x' });
  });

  it('does not take the end of a sentence along, nor the signs around it', () => {
    expect(
      ['https://a.example/x.', 'https://b.example",', 'https://c.example/?q=1!?', 'https://d.example**'].map(text),
    ).toEqual(['https://a.example/x', 'https://b.example', 'https://c.example/?q=1', 'https://d.example']);
  });

  it('keeps brackets that it opens, and leaves out those around it', () => {
    expect(['https://a.example/b_(c))', 'https://d.example]'].map(text)).toEqual([
      'https://a.example/b_(c)',
      'https://d.example',
    ]);
  });

  it('ends where a sentence or brackets of any script end', () => {
    const ends = ['。', '）', '」', '，', '、', '！', '？', '】。', '،', '؟', '۔', '।', '”', '»', '...'];
    expect(ends.map((end) => text(`https://a.example/x${end}`))).toEqual(ends.map(() => 'https://a.example/x'));
    expect(text('https://a.example/東京（駅））。')).toBe('https://a.example/東京（駅）');
  });

  it('is of the web or of mail', () => {
    expect(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'ftp://a.example'].map(addressIn)).toEqual(
      [null, null, null, null],
    );
    expect(text('mailto:ada@a.example')).toBe('mailto:ada@a.example');
  });

  it('is none where there is no host', () => {
    expect(['http://', 'https://.', 'http://[::zz]/', 'mailto:nobody'].map(addressIn)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('comes to an end on a long line of brackets', () => {
    const brackets = ')'.repeat(200_000);
    expect(text(`https://a.example/${brackets}`)).toBe('https://a.example/');
  });

  it('is none when a user name makes it read as another host', () => {
    expect(['https://bank.example@evil.example/', 'https://bank.example:x@evil.example'].map(addressIn)).toEqual([
      null,
      null,
    ]);
  });

  it.each(['\u202e', '\u2066', '\u200b', '\u00ad', '\u3164', '\u2800', '\u{e0041}', '\u0008'])(
    'is none when it holds a character that is not seen: %j',
    (character) => {
      expect(addressIn(`https://bank.example/${character}x`)).toBeNull();
    },
  );
});

describe('the words of a named link', () => {
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
  ])('name another host than the link opens: %s', (words) => {
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
  ])('name no other host: %s → %s', (words, href) => {
    expect(namesAnotherHost(words, href)).toBe(false);
  });

  it('name a host when the file of that name is somewhere else', () => {
    expect(namesAnotherHost('README.md', 'https://evil.example/')).toBe(true);
    expect(namesAnotherHost('bank.example', 'https://evil.example/bank.example')).toBe(true);
  });
});
