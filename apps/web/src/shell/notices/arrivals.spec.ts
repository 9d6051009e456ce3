import { expect, it } from '@jest/globals';
import { arrivals } from './arrivals';

it('arrivals lists who came and who left', () => {
  expect(arrivals(new Set(['a', 'b']), new Set(['b', 'c']))).toEqual({ came: ['c'], went: ['a'] });
  expect(arrivals(new Set(['a']), new Set(['a']))).toEqual({ came: [], went: [] });
});
