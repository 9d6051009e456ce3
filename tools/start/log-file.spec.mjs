import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogFile } from './log-file.mjs';

describe('a log file', () => {
  let folder;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'log-file-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('goes on where an earlier start ended, for its owner only', () => {
    const path = join(folder, 'logs', 'a.log');
    new LogFile(path).write('one');
    new LogFile(path).write('two');
    expect(readFileSync(path, 'utf8')).toBe('one\ntwo\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('never takes much more room than twice its limit, and keeps the newest lines', () => {
    const log = new LogFile(join(folder, 'a.log'), 100);
    for (let line = 0; line < 1_000; line++) log.write(`line ${line}`);
    expect(readdirSync(folder).sort()).toEqual(['a.log', 'a.log.1']);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size).toBeLessThan(120);
    expect(readFileSync(join(folder, 'a.log'), 'utf8')).toContain('line 999\n');
  });
});
