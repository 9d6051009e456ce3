import { describe, expect, it } from '@jest/globals';
import { textTokens } from './text-tokens';

const links = (text: string) => textTokens(text).flatMap((token) => (token.kind === 'link' ? [token.text] : []));
const whole = (text: string) =>
  textTokens(text)
    .map((token) => token.text)
    .join('');

describe('the tokens of a text', () => {
  it('are one for a text without links', () => {
    expect(textTokens('a\nb')).toEqual([{ kind: 'text', text: 'a\nb' }]);
  });

  it('are none for nothing', () => {
    expect(textTokens('')).toEqual([]);
  });

  it('set a link apart from the words around it', () => {
    expect(textTokens('see http://a.example/x now')).toEqual([
      { kind: 'text', text: 'see ' },
      { kind: 'link', text: 'http://a.example/x', href: 'http://a.example/x' },
      { kind: 'text', text: ' now' },
    ]);
  });

  it('leave the end of a sentence out of a link', () => {
    expect(links('https://a.example/x. And "https://b.example", or https://c.example/?q=1!?')).toEqual([
      'https://a.example/x',
      'https://b.example',
      'https://c.example/?q=1',
    ]);
  });

  it('keep brackets that an address opens, and leave out those around it', () => {
    expect(links('(https://a.example/b_(c)) [https://d.example]')).toEqual([
      'https://a.example/b_(c)',
      'https://d.example',
    ]);
  });

  it('link nothing but http and https', () => {
    expect(links('javascript:alert(1) data:text/html,x file:///etc/passwd ftp://a.example')).toEqual([]);
  });

  it('do not link what is no address', () => {
    expect(links('http:// https://. http://[::zz]/')).toEqual([]);
  });

  it('lose no character of any text', () => {
    const texts = [
      'http://a.example',
      '  x https://b.example/(y), ',
      'https://https://c.example',
      '🎲 http://🎲.example 🎲',
    ];
    expect(texts.map(whole)).toEqual(texts);
  });

  it('come to an end on a long line of brackets', () => {
    const brackets = ')'.repeat(200_000);
    expect(whole(`https://a.example/${brackets}`)).toBe(`https://a.example/${brackets}`);
  });
});
