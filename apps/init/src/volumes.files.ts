import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { processNames, serviceNames, toolNames } from '@devchitchat/contracts';
import { ensureNatsKeys } from '@devchitchat/nats-keys';
import { ownerOnlyFolder, replaceOwnerOnly, writeOwnerOnly } from '@devchitchat/service-kit/owned-files';
import { allowMaking, bringBack, lost, mayMake, readOwned, StartRefusal } from '@devchitchat/service-kit';
import type { InitEnvironment } from './environment';
import { turnServerConfiguration } from './turn-server-configuration';

/** Other containers reach nats-server by its name; its monitoring is reachable only from inside its own container. */
const nats = { listen: '0.0.0.0:4222', monitor: '127.0.0.1:8222' };

/**
 * Writes to each container's volume the secrets it needs and no others. The seeds they are derived from stay in the volume
 * `keys`, which no other container mounts. May run at any time, also while everything runs: existing secrets are kept.
 *
 * @throws {StartRefusal} if an irreplaceable file was lost or damaged, or a file cannot be replaced
 */
export async function prepareVolumes({ VOLUMES_DIR, ...turn }: InitEnvironment): Promise<void> {
  const volume = (name: string, ...path: string[]) => join(VOLUMES_DIR, name, ...path);
  const keys = volume('keys', 'nats');
  refuseWhatWasLost(volume);
  const made = await ensureNatsKeys(keys, { ...nats, revokedIn: volume('auth', 'nats') });

  for (const name of [...processNames, ...toolNames]) {
    await ownerOnlyFolder(volume(name, 'nats'));
    await ownerOnlyFolder(volume(name, 'nats', 'creds'));
    await share(join(made.credentials, `${name}.creds`), volume(name, 'nats', 'creds', `${name}.creds`));
  }
  await share(join(keys, 'bot-signer.json'), volume('auth', 'nats', 'bot-signer.json'));
  await share(made.configuration, volume('nats', 'nats-server.conf'));

  const secret = await keepSecret(volume('keys', 'turn-secret'));
  await replaceOwnerOnly(volume('signaling', 'turn-secret'), secret);
  await replaceOwnerOnly(volume('coturn', 'turnserver.conf'), turnServerConfiguration({ ...turn, secret }) ?? '');
}

const share = async (from: string, to: string): Promise<void> => replaceOwnerOnly(to, await readFile(from, 'utf8'));

/**
 * Refuses to start if a volume was emptied, which only this container can detect, because each of the others sees only its
 * own. If all volumes are empty this is a first start, and each is allowed to begin.
 */
function refuseWhatWasLost(volume: (name: string, ...path: string[]) => string): void {
  const seeds = join('nats', 'seeds.json');
  const files: (readonly [volume: string, path: string])[] = [
    ...serviceNames.map((name) => [name, `${name}.sqlite`] as const),
    ['keys', seeds],
  ];
  const isThere = ([name, path]: readonly [string, string]) => existsSync(volume(name, path));
  const there = files.find(isThere);
  for (const [name, path] of files.filter((file) => !isThere(file))) {
    if (there === undefined) allowMaking(volume(name), path);
    else if (!mayMake(volume(name), path)) throw lost(volume(name), path, volume(...there));
  }
}

/** Creates a secret of 256 bits, or keeps the existing one. */
async function keepSecret(path: string): Promise<string> {
  const kept = readOwned(path);
  if (kept === undefined) {
    const drawn = randomBytes(32).toString('hex');
    await writeOwnerOnly(path, drawn);
    return drawn;
  }
  if (!/^[0-9a-f]{64}$/.test(kept))
    throw new StartRefusal(`${path} is damaged: it does not contain a secret. ${bringBack}`);
  return kept;
}
