import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogFile } from './log-file.mjs';

describe('a log file', () => {
  let folder;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'log-file-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('appends to the log of an earlier start and is readable by its owner only', () => {
    const path = join(folder, 'logs', 'a.log');
    new LogFile(path).write('one');
    new LogFile(path).write('two');
    expect(readFileSync(path, 'utf8')).toBe('one\ntwo\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('never grows far beyond twice its limit and keeps the newest lines', () => {
    const log = new LogFile(join(folder, 'a.log'), 100);
    for (let line = 0; line < 1_000; line++) log.write(`line ${line}`);
    expect(readdirSync(folder).sort()).toEqual(['a.log', 'a.log.1']);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size).toBeLessThan(120);
    expect(readFileSync(join(folder, 'a.log'), 'utf8')).toContain('line 999\n');
  });

  it('refuses to start with one sentence if its folder is a file', () => {
    writeFileSync(join(folder, 'logs'), '');
    expect(() => new LogFile(join(folder, 'logs', 'a.log'))).toThrow(
      expect.objectContaining({ message: expect.stringContaining(`${join(folder, 'logs')} cannot`), exitCode: 78 }),
    );
  });

  it('refuses to start with one sentence if it is a folder', () => {
    mkdirSync(join(folder, 'a.log'));
    expect(() => new LogFile(join(folder, 'a.log'))).toThrow(
      expect.objectContaining({ message: expect.stringContaining(`${join(folder, 'a.log')} cannot`), exitCode: 78 }),
    );
  });
});
