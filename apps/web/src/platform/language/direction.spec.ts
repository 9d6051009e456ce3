import { describe, expect, it } from '@jest/globals';
import { directionOf, isolated } from './direction';
import { t } from './t';

describe('a field for a message', () => {
  it.each([
    ['hello', 'auto'],
    ['שלום', 'auto'],
    ['', 'auto'],
    ['hello\nשלום', 'auto'],
    ['@ada שיהיה לך יום טוב.', 'rtl'],
    ['> @ada مرحبا', 'rtl'],
    ['- https://example.com/a סוף.', 'rtl'],
    ['`npm test` نجح.', 'rtl'],
    ['```\nconst a\n```\nشكرا', 'rtl'],
    ['(@bo-2), 1. @ada: خوش آمدید!', 'rtl'],
    ['שלום\n@ada תודה.', 'rtl'],
    ['@ada thanks, שלום', 'auto'],
    ['hi\n@ada תודה.', 'ltr'],
    ['mail me@ada.example שלום', 'auto'],
  ])('%j is written from the side of its words: %s', (text, direction) => expect(directionOf(text)).toBe(direction));
});

describe('a name in a sentence', () => {
  it.each(['Ada', 'Zoë 🎉', '東京', 'Ωmega', ''])('is as it is: %j', (name) => expect(isolated(name)).toBe(name));

  it.each(['נועה', 'علی‌رضا', 'Ada נועה', '(יוסי)', 'ߊߓߊ', '𞤀𞤁'])('does not reorder its neighbours: %s', (name) =>
    expect(t('Welcome back, {name}', { name })).toBe(`Welcome back, \u2068${name}\u2069`),
  );
});
