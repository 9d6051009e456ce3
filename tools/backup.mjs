// `npm run backup [-- FILE]`: writes a backup of DATA_DIR to one file, whether devchitchat runs or not.
import { resolve } from 'node:path';
import { orRefuse } from './machine/refusal.mjs';
import { dataFolder, runBackupTool, typedIn } from './backup/tool.mjs';

await orRefuse(async () => {
  const [file = `devchitchat-${stamp()}.tar.gz`] = process.argv.slice(2);
  await runBackupTool(['backup', dataFolder(), resolve(typedIn, file)]);
});

function stamp() {
  return new Date().toISOString().slice(0, 19).replaceAll(':', '-');
}
