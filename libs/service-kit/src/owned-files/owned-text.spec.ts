import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefusal } from '../process/start-refusal';
import { temporaryFolder } from '../testing/temporary-folder';
import { bringBack, readOwned } from './owned-text';

describe('readOwned', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let path: string;
  beforeEach(() => {
    folder = temporaryFolder();
    path = join(folder.path, 'seeds.json');
  });
  afterEach(() => folder[Symbol.dispose]());

  it('reads files, including empty ones', () => {
    expect(readOwned(path)).toBeUndefined();
    writeFileSync(path, '');
    expect(readOwned(path)).toBe('');
    writeFileSync(path, '{}');
    expect(readOwned(path)).toBe('{}');
  });

  it('refuses a named pipe instead of waiting for its writer', () => {
    execFileSync('mkfifo', [path]);
    expect(() => readOwned(path)).toThrow(new StartRefusal(messageWith('cannot be used (no file)')));
  });

  it('refuses a folder', () => {
    mkdirSync(path);
    expect(() => readOwned(path)).toThrow(new StartRefusal(messageWith('is a folder, and has to be a file')));
  });

  const messageWith = (fault: string) => `${path} ${fault}. ${bringBack}`;
});
