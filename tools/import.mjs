// `npm run import -- discord FOLDER [--private[=CHANNEL]] [--owner HANDLE]`: imports exports of DiscordChatExporter into
// the devchitchat that runs on this data folder.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { bringNode } from './machine/node.mjs';
import { orRefuse, Refusal } from './machine/refusal.mjs';
import { workspace } from './machine/workspace.mjs';
import { portIn } from './start/ports.mjs';
import { readSettings } from './start/settings.mjs';

await orRefuse(async () => {
  const [from, folder, ...rest] = process.argv.slice(2);
  if (!from || !folder)
    throw new Refusal('usage: npm run import -- discord <folder> [--private[=<channel>]] [--owner <handle>]');
  const { dataDir, natsUrl } = readSettings(process.env);
  const port = portIn(join(dataDir, 'nats', 'nats-server.conf'));
  if (!natsUrl && !port) throw new Refusal(`devchitchat has never run on ${dataDir}. Start it first, with npm start.`);
  const node = await bringNode((line) => console.error(line));
  const typedIn = process.env.INIT_CWD ?? process.cwd();
  const importer = spawn(node, [join(workspace, 'dist/apps/import/main.js'), from, resolve(typedIn, folder), ...rest], {
    cwd: workspace,
    env: { ...process.env, DATA_DIR: dataDir, NATS_URL: natsUrl ?? `nats://127.0.0.1:${port}` },
    stdio: 'inherit',
  });
  const [code] = await once(importer, 'exit');
  process.exitCode = code ?? 1;
});
