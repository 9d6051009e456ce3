import { nameKey } from './name-key';

it('a name key ignores case and how letters are composed', () => {
  expect(nameKey('LOBBY')).toBe(nameKey('lobby'));
  expect(nameKey('ｌｏｂｂｙ')).toBe(nameKey('lobby'));
  expect(nameKey('Cafe\u0301')).toBe(nameKey('café'));
  expect(nameKey('lobby 2')).not.toBe(nameKey('lobby'));
});
