import { describe, expect, it } from '@jest/globals';
import { fitting } from './fuzzy';

const found = (typed: string, names: string[]) => fitting(typed, names, (name) => name);

describe('the fuzzy search', () => {
  const names = ['Settings', 'New room', 'Über uns', 'general', 'engineering', 'random', 'Browse rooms'];

  it('finds names that contain the typed letters in order', () => {
    expect(found('stg', names)).toEqual(['Settings']);
    expect(found('xyz', names)).toEqual([]);
  });

  it('ranks the beginning of a name before its middle, and initials before scattered letters', () => {
    expect(found('gen', ['engineering', 'general', 'a general matter'])[0]).toBe('general');
    expect(found('nr', names)[0]).toBe('New room');
    expect(found('br', ['number', 'Browse rooms'])[0]).toBe('Browse rooms');
  });

  it('ignores case, accents and spaces', () => {
    expect(found('UBER', names)).toEqual(['Über uns']);
    expect(found('new ro', names)[0]).toBe('New room');
  });

  it('keeps all entries if the query is empty', () => {
    expect(found('  ', names)).toEqual(names);
  });

  it('handles a long name in no time', () => {
    expect(found('aaaaaaaaab', ['a'.repeat(5_000)])).toEqual([]);
  });
});
