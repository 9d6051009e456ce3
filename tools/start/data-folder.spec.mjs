import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimDataFolder } from './data-folder.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'data-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (path) => join(folder, path);

describe('a leftover of an earlier start in run/', () => {
  it.each(['', 'garbage', '0 0', `${'9'.repeat(400)}`])(
    'does not keep the next start from running: %j',
    async (text) => {
      mkdirSync(at('run'));
      for (const name of ['start.lock', 'home.pid', 'nats-server.pid']) writeFileSync(at(`run/${name}`), text);
      await claimDataFolder(folder);
      expect(readdirSync(at('run'))).toContain('start.lock');
    },
  );

  it.each(['run/start.lock', 'run/home.pid'])('ends the start with one sentence if %s is a folder', async (path) => {
    mkdirSync(at(path), { recursive: true });
    await expect(claimDataFolder(folder)).rejects.toMatchObject({
      message: expect.stringContaining(at(path)),
      exitCode: 78,
    });
  });

  it.each([
    ['run', ''],
    ['data', 'data'],
    ['above', 'above/data'],
  ])('ends the start with one sentence if %s is a file', async (file, dataDir) => {
    writeFileSync(at(file), '');
    await expect(claimDataFolder(at(dataDir))).rejects.toMatchObject({
      message: `${at(file)} must be a folder. Move the file away, or set DATA_DIR to another folder.`,
      exitCode: 78,
    });
  });
});
