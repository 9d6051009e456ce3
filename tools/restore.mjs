// `npm run restore -- FILE [--replace]`: restores DATA_DIR from a backup.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal, orRefuse } from './machine/refusal.mjs';
import { dataFolder, runBackupTool, typedIn } from './backup/tool.mjs';
import { claimDataFolder } from './start/data-folder.mjs';

await orRefuse(async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { replace: { type: 'boolean' } } });
  const [file] = positionals;
  if (!file) throw new Refusal('usage: npm run restore -- FILE [--replace]');
  // Also keeps `npm start` from starting meanwhile.
  await claimDataFolder(dataFolder());
  const replace = values.replace ? ['--replace'] : [];
  await runBackupTool(['restore', resolve(typedIn, file), dataFolder(), ...replace]);
});
