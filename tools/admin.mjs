// `npm run admin -- recover <handle> [--admin]`: prints a link that signs in a user who lost their devices and
// password, on the devchitchat that runs on this data folder. --admin also makes them an admin.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bringNode } from './machine/node.mjs';
import { orRefuse } from './machine/refusal.mjs';
import { workspace } from './machine/workspace.mjs';
import { natsUrlOf } from './start/running-nats.mjs';
import { readSettings } from './start/settings.mjs';

await orRefuse(async () => {
  const settings = readSettings(process.env);
  const { dataDir, port, publicUrl } = settings;
  const environment = {
    ...{ DATA_DIR: dataDir, NATS_URL: natsUrlOf(settings), PORT: String(port) },
    ...(publicUrl && { PUBLIC_URL: publicUrl }),
  };
  const node = await bringNode((line) => console.error(line));
  const program = [join(workspace, 'dist/apps/gateway/admin.js'), ...process.argv.slice(2)];
  const { status } = spawnSync(node, program, {
    cwd: workspace,
    env: { ...process.env, ...environment },
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
});
