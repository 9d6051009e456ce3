// The program behind `npm run backup` and `npm run restore`, also run directly in containers:
// node main.js backup <data folder> [file]
// node main.js restore <file> <data folder> [--replace]
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backUp } from './backup.files';
import { OperatorError } from '@devchitchat/service-kit';
import { restore } from './restore.files';

const print = (line: string) => process.stdout.write(`${line}\n`);
const now = new Date();

const commands = {
  async backup([
    dataDir,
    file = `devchitchat-${now.toISOString().slice(0, 19).replaceAll(':', '-')}.tar.gz`,
  ]: string[]) {
    if (dataDir === undefined) throw usage;
    const path = resolve(file);
    const { databases } = await backUp({ dataDir: resolve(dataDir), file: path, print, now });
    const events = databases.reduce((sum, { events }) => sum + events, 0);
    print(`Backup written to ${path}: ${events} events, verified.`);
    print('It contains all keys, sessions, messages and files. Store it like a password.');
  },

  async restore([file, dataDir]: string[], replace: boolean) {
    if (file === undefined || dataDir === undefined) throw usage;
    const folder = resolve(dataDir);
    const { manifest, aside } = await restore({ file: resolve(file), dataDir: folder, replace, print, now });
    print(`${folder} is restored to its state of ${manifest.createdAt}.`);
    for (const kept of aside) {
      print(`The previous data is in ${kept}. To undo: stop devchitchat, and move it back over ${join(kept, '..')}.`);
    }
  },
};

const usage = new OperatorError('Usage: backup <data folder> [file], or: restore <file> <data folder> [--replace].');

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { replace: { type: 'boolean' } } });
  const [command, ...rest] = positionals;
  if (command !== 'backup' && command !== 'restore') throw usage;
  await commands[command](rest, values.replace ?? false);
}

/**
 * The message for an error. System errors, such as a full disk, are shown without a stack, because they are not defects of
 * the program.
 */
const messageFor = (error: NodeJS.ErrnoException): string =>
  error instanceof OperatorError || error.syscall !== undefined ? error.message : (error.stack ?? String(error));

try {
  await main();
} catch (error) {
  process.stderr.write(`${messageFor(error as NodeJS.ErrnoException)}\n`);
  process.exitCode = 1;
}
