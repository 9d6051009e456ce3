import { holdsAll } from './dependencies.mjs';

const locked = {
  '': { name: 'devchitchat' },
  'node_modules/zod': { version: '4.0.0' },
  'node_modules/esbuild-elsewhere': { version: '1.0.0', optional: true },
};

describe('the installed packages', () => {
  it.each([
    ['are all there', { 'node_modules/zod': { version: '4.0.0' } }, true],
    ['are too old', { 'node_modules/zod': { version: '3.9.0' } }, false],
    ['are missing, as after an install that was cut short', {}, false],
  ])('%s', (_case, installed, expected) => {
    expect(holdsAll(locked, installed)).toBe(expected);
  });
});
