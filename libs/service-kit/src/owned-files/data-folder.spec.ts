import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../testing/temporary-folder';
import { makeDataFolder } from './data-folder.files';

it('the data folder is created with the folders above it, for its owner only', () => {
  using folder = temporaryFolder();
  const path = join(folder.path, 'some', 'data');
  makeDataFolder(path);
  makeDataFolder(path);
  expect(statSync(path).mode & 0o777).toBe(0o700);
});

it.each(['/proc/nothing', '/proc/nothing/below'])('a folder that cannot be created is refused by name: %s', (path) => {
  if (!existsSync('/proc')) return;
  expect(() => makeDataFolder(path)).toThrow(/^DATA_DIR \/proc\/nothing\S* is not writable \(E\w+\)\. .*set DATA_DIR/);
});

it('a file in its place is refused by name', () => {
  using folder = temporaryFolder();
  const path = join(folder.path, 'file');
  writeFileSync(path, '');
  expect(() => makeDataFolder(path)).toThrow(`DATA_DIR ${path} is a file.`);
  expect(() => makeDataFolder(join(path, 'below'))).toThrow('is not writable (E');
});
