import { describe, expect, it } from '@jest/globals';
import { formOf } from './sentence';

describe('a text', () => {
  const catalogue = { Reply: 'Antworten', '{count} rooms': { one: '{count} Raum', other: '{count} Räume' } };
  const rules = new Intl.PluralRules('de');

  it('has a form for each count', () => {
    expect(formOf('{count} rooms', catalogue, 1, rules)).toBe('{count} Raum');
    expect(formOf('{count} rooms', catalogue, 0, rules)).toBe('{count} Räume');
  });

  it('is itself if the catalogue has no translation', () => {
    expect(formOf('Reply', catalogue, undefined, rules)).toBe('Antworten');
    expect(formOf('Edit', catalogue, undefined, rules)).toBe('Edit');
  });
});
