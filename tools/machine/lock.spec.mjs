import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tryLock, withLock } from './lock.mjs';
import { identityOf } from './process-identity.mjs';

let folder;
let path;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  path = join(folder, 'work.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a lock', () => {
  it('has one holder at a time and can be taken again after release', () => {
    const lock = tryLock(path);
    expect(tryLock(path)).toEqual({ heldBy: process.pid });
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
    expect(tryLock(path)).toHaveProperty('release');
  });

  it('is taken over from a dead holder', async () => {
    const holder = spawn('sleep', ['60']);
    writeFileSync(path, identityOf(holder.pid));
    expect(tryLock(path)).toEqual({ heldBy: holder.pid });
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(tryLock(path)).toHaveProperty('release');
  });

  it('is taken over from a dead holder whose process id was reused', () => {
    writeFileSync(path, `${process.ppid} 1`);
    expect(tryLock(path)).toHaveProperty('release');
  });

  it('can be taken on a full disk', () => {
    // A file size limit has the effect of a full disk.
    const script = `import { tryLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.mjs'))};
      const path = ${JSON.stringify(path)};
      console.log(JSON.stringify([Object.keys(tryLock(path)), tryLock(path).heldBy === process.pid]));`;
    const node = [process.execPath, '--input-type=module', '--eval', script];
    const output = execFileSync('sh', ['-c', 'ulimit -f 0 && exec "$@"', 'sh', ...node], { encoding: 'utf8' });
    expect(JSON.parse(output)).toEqual([['release'], true]);
    expect(tryLock(path)).toHaveProperty('release');
  });

  it('makes waiting holders work one after another', async () => {
    let atWork = 0;
    let maxAtWork = 0;
    const said = [];
    const work = async () => {
      maxAtWork = Math.max(maxAtWork, ++atWork);
      await sleep(20);
      atWork--;
    };
    const options = { print: (line) => said.push(line), waiting: 'Waiting …' };
    await Promise.all([1, 2, 3].map(() => withLock(path, options, work)));
    expect(maxAtWork).toBe(1);
    expect(said).toEqual(['Waiting …', 'Waiting …']);
  });

  it('is released when the work fails', async () => {
    const failing = withLock(path, {}, () => Promise.reject(new Error('broken')));
    await expect(failing).rejects.toThrow('broken');
    expect(tryLock(path)).toHaveProperty('release');
  });

  it('fails with one sentence when its folder is not writable', async () => {
    const file = join(folder, 'no-folder');
    writeFileSync(file, '');
    const refused = withLock(join(file, 'work.lock'), {}, () => Promise.resolve());
    await expect(refused).rejects.toThrow(`Cannot write to ${file} (EEXIST). Run this as its owner.`);
  });
});
