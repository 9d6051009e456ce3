import { describe, expect, it } from '@jest/globals';
import { fitting } from './fuzzy';

const entry = (label: string, alias = '', about = '') => ({ label, alias, about });
const found = (typed: string, names: readonly string[]) =>
  fitting(
    typed,
    names.map((name) => entry(name)),
  ).map((match) => match.entry.label);

describe('the search of the palette', () => {
  const names = ['Settings', 'New room', 'Über uns', 'general', 'engineering', 'random', 'Browse rooms'];

  it('finds names that contain the typed letters in order', () => {
    expect(found('stg', names)).toEqual(['Settings']);
    expect(found('xyz', names)).toEqual([]);
  });

  it('ranks the beginning of a name, of its words, its middle, and then initials before scattered letters', () => {
    expect(found('gen', ['g e n', 'regent', 'the general', 'general'])).toEqual([
      'general',
      'the general',
      'regent',
      'g e n',
    ]);
    expect(found('nr', names)[0]).toBe('New room');
    expect(found('br', ['number', 'Browse rooms'])[0]).toBe('Browse rooms');
    expect(found('sn', ['season', 'Saturday night'])[0]).toBe('Saturday night');
  });

  it('finds the beginnings of several words, in any order, each word once', () => {
    expect(found('love ada', ['Ada Lovelace', 'Ada'])).toEqual(['Ada Lovelace']);
    expect(found('ad ad', ['Ada', 'Ada and Adam'])).toEqual(['Ada and Adam']);
  });

  it('ignores case, accents and spaces at the ends', () => {
    expect(found('UBER', names)).toEqual(['Über uns']);
    expect(found(' new ro ', names)[0]).toBe('New room');
  });

  it('finds names in every script', () => {
    const many = ['Москва', '日本語の部屋', 'غرفة الجلوس', 'हिन्दी कमरा', 'Ελλάδα'];
    expect(['моск', '部屋', 'الجلوس', 'कमरा', 'ελλ'].map((typed) => found(typed, many)[0])).toEqual([
      'Москва',
      '日本語の部屋',
      'غرفة الجلوس',
      'हिन्दी कमरा',
      'Ελλάδα',
    ]);
  });

  it('keeps all entries if the query is empty', () => {
    expect(found('  ', names)).toEqual(names);
  });

  it('handles a long name in no time', () => {
    expect(found('aaaaaaaaab', ['a'.repeat(5_000), 'a '.repeat(2_000)])).toEqual([]);
  });

  it('says which text matched, and never scatters letters over a topic or a handle', () => {
    const reasons = (typed: string) =>
      fitting(typed, [entry('kitchen', '', 'What is in the pot?'), entry('Grace', 'ghopper', '')]).map(
        (match) => `${match.entry.label} by ${match.reason}`,
      );
    expect(reasons('kit')).toEqual(['kitchen by label']);
    expect(reasons('ghop')).toEqual(['Grace by alias']);
    expect(reasons('pot')).toEqual(['kitchen by about']);
    expect(reasons('in the p')).toEqual(['kitchen by about']);
    // Their letters are all there, in this order.
    expect(['wtpt', 'hitp', 'ghr', 'ot'].flatMap(reasons)).toEqual([]);
  });
});
