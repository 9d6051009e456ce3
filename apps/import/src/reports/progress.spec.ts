import { progressLine } from './progress';

it.each([
  [0, 8_000, `#wood  ${'░'.repeat(24)}  0 %  0 of 8,000`],
  [4_000, 8_000, `#wood  ${'█'.repeat(12)}${'░'.repeat(12)}  50 %  4,000 of 8,000`],
  [8_000, 8_000, `#wood  ${'█'.repeat(24)}  100 %  8,000 of 8,000`],
  [0, 0, `#wood  ${'█'.repeat(24)}  100 %  0 of 0`],
])('%i of %i', (done, of, line) => expect(progressLine('#wood', done, of)).toBe(line));
