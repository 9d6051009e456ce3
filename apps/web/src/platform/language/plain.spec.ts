import { expect, it } from '@jest/globals';
import { byName, plain } from './plain';

it.each([
  ['Jörg', 'jorg'],
  ['ÅNGSTRÖM', 'angstrom'],
  ['ﬁnn', 'finn'],
  ['שָׁלוֹם', 'שלום'],
  ['小明', '小明'],
])('%s is plainly %s', (text, expected) => {
  expect(plain(text)).toBe(expected);
});

it('sorts names as people do', () => {
  expect(['room 10', 'Zoe', 'room 9', 'anna', 'Room 1', 'Änne', 'Anna'].sort(byName)).toEqual([
    'anna',
    'Anna',
    'Änne',
    'Room 1',
    'room 9',
    'room 10',
    'Zoe',
  ]);
});
