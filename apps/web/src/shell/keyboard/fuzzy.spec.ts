import { describe, expect, it } from '@jest/globals';
import { fitting } from './fuzzy';

const found = (typed: string, names: string[]) => fitting(typed, names, (name) => name);

describe('what is typed', () => {
  const names = ['Settings', 'New room', 'Über uns', 'general', 'engineering', 'random', 'Browse rooms'];

  it('finds names that hold its letters in their order', () => {
    expect(found('stg', names)).toEqual(['Settings']);
    expect(found('xyz', names)).toEqual([]);
  });

  it('finds the beginning of a name before its middle, and initials before scattered letters', () => {
    expect(found('gen', ['engineering', 'general', 'a general matter'])[0]).toBe('general');
    expect(found('nr', names)[0]).toBe('New room');
    expect(found('br', ['number', 'Browse rooms'])[0]).toBe('Browse rooms');
  });

  it('cares neither for case nor for accents nor for spaces', () => {
    expect(found('UBER', names)).toEqual(['Über uns']);
    expect(found('new ro', names)[0]).toBe('New room');
  });

  it('leaves all as they are when there is nothing of it', () => {
    expect(found('  ', names)).toEqual(names);
  });

  it('looks at a long name in no time', () => {
    expect(found('aaaaaaaaab', ['a'.repeat(5_000)])).toEqual([]);
  });
});
