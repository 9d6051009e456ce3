import { describe, expect, it } from '@jest/globals';
import { addressIn } from './address';

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
});
