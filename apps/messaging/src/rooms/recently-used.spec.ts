import { RecentlyUsed } from './recently-used';

it('a full cache evicts the least recently used entry', () => {
  const recent = new RecentlyUsed<string, number>(2);
  recent.set('a', 1);
  recent.set('b', 2);
  expect(recent.get('a')).toBe(1);
  recent.set('c', 3);
  expect(['a', 'b', 'c'].map((key) => recent.get(key))).toEqual([1, undefined, 3]);
  recent.clear();
  expect(recent.get('a')).toBeUndefined();
});
