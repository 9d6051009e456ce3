import { describe, expect, it } from '@jest/globals';
import { formOf, translated } from './sentence';

const answers = {
  'There is no such room.': 'Diesen Raum gibt es nicht.',
  '{field} is not acceptable: {problem}.': '{field} geht so nicht: {problem}.',
  'longer than {count} characters': 'länger als {count} Zeichen',
  'Too fast: {rest}.': 'Zu schnell: {rest}.',
  'Too fast: {burst} at once. Try again in {wait} (soon).': 'Zu schnell: {burst} auf einmal. Noch {wait}.',
};

describe('a sentence of the server', () => {
  it('is found as it is', () => {
    expect(translated('There is no such room.', answers)).toBe('Diesen Raum gibt es nicht.');
  });

  it('is found by its pattern, and so is what stands in it', () => {
    const sentence = '"name" is not acceptable: longer than 64 characters.';
    expect(translated(sentence, answers)).toBe('"name" geht so nicht: länger als 64 Zeichen.');
  });

  it('is found by the pattern that says most of it', () => {
    const sentence = 'Too fast: 20 at once. Try again in 3 s (soon).';
    expect(translated(sentence, answers)).toBe('Zu schnell: 20 auf einmal. Noch 3 s.');
  });

  it('stays as it came where nobody has translated it', () => {
    expect(translated('Something new.', answers)).toBe('Something new.');
    expect(translated('constructor', answers)).toBe('constructor');
  });
});

describe('a text', () => {
  const catalogue = { Reply: 'Antworten', '{count} rooms': { one: '{count} Raum', other: '{count} Räume' } };
  const rules = new Intl.PluralRules('de');

  it('has a form for how many they are', () => {
    expect(formOf('{count} rooms', catalogue, 1, rules)).toBe('{count} Raum');
    expect(formOf('{count} rooms', catalogue, 0, rules)).toBe('{count} Räume');
  });

  it('is itself where the catalogue says nothing', () => {
    expect(formOf('Reply', catalogue, undefined, rules)).toBe('Antworten');
    expect(formOf('Edit', catalogue, undefined, rules)).toBe('Edit');
  });
});
