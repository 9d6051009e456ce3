import { describe, expect, it } from '@jest/globals';
import { codeIn, codeWords, tokensIn } from './link-secret';
import { seeded } from '../testing/seeded';

const random = seeded(11);
const pick = (from: string) => from.charAt(Math.floor(random() * from.length));
const written = (length: number, from: string) => Array.from({ length }, () => pick(from)).join('');
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const tokens = Array.from({ length: 50 }, () => written(43, `${letters}-_`));

describe('the token in a link', () => {
  const tails = ['', '.', ',', ';', ':', '!', '…', '>', '&gt;', ')', ']', '}', '"', '”', '»', '’', '*', '~', '|', '\\'];
  const more = [
    ' ',
    '%20',
    '%2E',
    '\u200b',
    '\ufeff',
    '\u2060',
    '。',
    '،',
    '।',
    '/',
    '?',
    '?utm_source=mail',
    ' and then',
  ];
  it.each([...tails, ...more])('is found with %j behind it', (tail) => {
    for (const token of tokens) expect(tokensIn(token + tail)).toEqual([token]);
  });

  it.each(['\n', '\r\n', '=\r\n', ' ', '\u00ad', '\u200b', '\n > '.slice(0, 2)])(
    'is whole again after a break by %j',
    (broken) => {
      for (const token of tokens) {
        const at = 1 + Math.floor(random() * 41);
        expect(tokensIn(`${token.slice(0, at)}${broken}${token.slice(at)}.`)).toEqual([token]);
      }
    },
  );

  it('survives a phone that turns two hyphens into a dash', () => {
    const token = `ab--${written(37, letters)}--`;
    expect(tokensIn(token.replaceAll('--', '—'))).toEqual([token]);
  });

  it('is followed by another in a link with two', () => {
    const [first = '', second = ''] = tokens;
    expect(tokensIn(`${first}/${second}.`)).toEqual([first, second]);
    expect(tokensIn(`${first}/${second.slice(1)}`)).toEqual([first]);
    expect(tokensIn(`/${second}`)).toEqual([null, second]);
  });

  it('is missing when the link was cut off', () => {
    for (const token of tokens) expect(tokensIn(token.slice(0, Math.floor(random() * 43)))).toEqual([null]);
  });
});

describe('the code in a link', () => {
  it.each([
    'TN4VA-S0G6Q',
    'tn4vas0g6q',
    'tn4va s0g6q',
    'TN4VA–S0G6Q.',
    'TN4VA-SOG6Q',
    ' TN4VA-S0G6Q>',
    'ＴＮ４ＶＡ-S0G6Q',
  ])('is read from %j', (typed) => {
    expect(codeIn(typed)).toBe('tn4vas0g6q');
  });

  it('accepts letters that look like digits', () => {
    expect(codeIn('OiLoI-lOIL0')).toBe('0110110110');
  });

  it.each(['', 'TN4VA', 'TN4VA-S0G6Q7', 'TN4VA-S0G6U', '💚'])('is not in %j', (typed) => {
    expect(codeIn(typed)).toBeNull();
  });

  it('looks the same everywhere', () => {
    expect(codeWords('tn4vas0g6q')).toBe('TN4VA-S0G6Q');
  });
});
