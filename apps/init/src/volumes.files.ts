import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { processNames } from '@devchitchat/contracts';
import { ensureNatsKeys, ownerOnlyFolder, writeOwnerOnly } from '@devchitchat/nats-keys';
import type { InitEnvironment } from './environment';
import { turnServerConfiguration } from './turn-server-configuration';

/** nats-server is reached by its name from the containers beside it; its monitoring only from inside its own. */
const nats = { listen: '0.0.0.0:4222', monitor: '127.0.0.1:8222' };

/**
 * Gives each container's volume the secrets that it needs and no others. What they are derived from stays in the volume
 * `keys`, which nobody else mounts. May run at any time, also while everything runs: what is there is kept.
 *
 * @throws where a volume cannot be written.
 */
export async function prepareVolumes({ VOLUMES_DIR, ...turn }: InitEnvironment): Promise<void> {
  const volume = (name: string, ...path: string[]) => join(VOLUMES_DIR, name, ...path);
  const keys = volume('keys', 'nats');
  const made = await ensureNatsKeys(keys, { ...nats, revokedIn: volume('auth', 'nats') });

  for (const name of processNames) {
    await ownerOnlyFolder(volume(name, 'nats'));
    await ownerOnlyFolder(volume(name, 'nats', 'creds'));
    await share(join(made.credentials, `${name}.creds`), volume(name, 'nats', 'creds', `${name}.creds`));
  }
  await share(join(keys, 'bot-signer.json'), volume('auth', 'nats', 'bot-signer.json'));
  await share(made.configuration, volume('nats', 'nats-server.conf'));

  const secret = await keepSecret(volume('keys', 'turn-secret'));
  await writeOwnerOnly(volume('signaling', 'turn-secret'), secret);
  await writeOwnerOnly(volume('coturn', 'turnserver.conf'), turnServerConfiguration({ ...turn, secret }) ?? '');
}

const share = async (from: string, to: string): Promise<void> => writeOwnerOnly(to, await readFile(from, 'utf8'));

/** 256 bits, drawn once. */
async function keepSecret(path: string): Promise<string> {
  const kept = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  });
  if (kept !== '') return kept;
  const drawn = randomBytes(32).toString('hex');
  await writeOwnerOnly(path, drawn);
  return drawn;
}
