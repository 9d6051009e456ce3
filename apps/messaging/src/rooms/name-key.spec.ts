import { nameKey } from './name-key';

it('is the same for a name in any case and any form of its letters', () => {
  expect(nameKey('LOBBY')).toBe(nameKey('lobby'));
  expect(nameKey('ｌｏｂｂｙ')).toBe(nameKey('lobby'));
  expect(nameKey('Cafe\u0301')).toBe(nameKey('café'));
  expect(nameKey('lobby 2')).not.toBe(nameKey('lobby'));
});
