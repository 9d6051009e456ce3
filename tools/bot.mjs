// `npm run bot -- <handle> [display name]`: creates a bot on the devchitchat that runs on this data folder, and writes
// its credentials to <handle>.creds in the current folder.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bringNode } from './machine/node.mjs';
import { orRefuse, Refusal } from './machine/refusal.mjs';
import { workspace } from './machine/workspace.mjs';
import { natsUrlOf } from './start/running-nats.mjs';
import { readSettings } from './start/settings.mjs';

await orRefuse(async () => {
  const [handle, displayName = handle] = process.argv.slice(2);
  if (!handle) throw new Refusal('usage: npm run bot -- <handle> [display name]');
  const file = resolve(process.env.INIT_CWD ?? '.', `${handle}.creds`);
  if (existsSync(file)) throw new Refusal(`${file} already exists, and credentials are never overwritten.`);

  const settings = readSettings(process.env);
  const natsUrl = natsUrlOf(settings);
  const node = await bringNode((line) => console.error(line));
  const made = spawnSync(node, [join(workspace, 'dist/apps/gateway/make-bot.js'), handle, displayName], {
    cwd: workspace,
    env: { ...process.env, DATA_DIR: settings.dataDir, NATS_URL: natsUrl },
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Refusal(made.stderr.trim());
  writeFileSync(file, made.stdout, { mode: 0o600, flag: 'wx' });
  console.log(`Created ${displayName} (@${handle}). Its credentials are stored only in ${file}.`);
  console.log('Anyone with that file can act as the bot. Add it to a room with “Add person”.');
});
