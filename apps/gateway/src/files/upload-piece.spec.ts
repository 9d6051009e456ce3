import { announcedBytes, fits, offsetIn } from './upload-piece';

it.each([
  [0, 10, true],
  [4, 6, true],
  [9, 1, true],
  [10, 0, true],
  [0, 11, false],
  [10, 1, false],
  [11, 0, false],
  [0, 0, false],
  [9, 0, false],
  [Number.NaN, 5, false],
])('a piece at %p of %p bytes fits into a file of ten: %p', (offset, length, expected) => {
  expect(fits({ offset, length }, 10)).toBe(expected);
});

it.each([undefined, '', '-1', '1.5', '0x1', '1e3', ' 1', '9'.repeat(16), ['1', '2']])('%p is no offset', (text) => {
  expect(offsetIn(text)).toBeNaN();
});

it('reads offsets and lengths', () => {
  expect([offsetIn('0'), offsetIn('17'), announcedBytes('25'), announcedBytes(undefined)]).toEqual([0, 17, 25, 0]);
});
