import { diskState } from './disk-space';

const gigabyte = 1024 ** 3;

it.each([
  ['ok', 600 * 1024 ** 2, 1_000 * gigabyte, undefined],
  ['nearly_full', 500 * 1024 ** 2, 1_000 * gigabyte, undefined],
  ['ok', 40 * 1024 ** 2, 0.5 * gigabyte, undefined],
  ['nearly_full', 20 * 1024 ** 2, 0.5 * gigabyte, undefined],
  ['full', 1_000, 1_000 * gigabyte, undefined],
  ['full', 0, 0.01 * gigabyte, undefined],
  ['full', 900 * gigabyte, 1_000 * gigabyte, 'full'],
  ['failing', 900 * gigabyte, 1_000 * gigabyte, 'failing'],
] as const)(
  'a disk is %s with %i free bytes of %i, with the last write %s',
  (state, freeBytes, totalBytes, trouble) => {
    expect(diskState({ freeBytes, totalBytes }, trouble)).toBe(state);
  },
);
