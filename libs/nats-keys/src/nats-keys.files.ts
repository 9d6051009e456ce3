import { permissionsOf, natsNames } from '@devchitchat/contracts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readRevokedBots, writeBotSigner } from './bots.files';
import { mintCredentials } from './credentials';
import { completeKeyring, parseKeyring, type Keyring } from './keyring';
import { ownerOnlyFolder, writeOwnerOnly } from './owner-only.files';
import { serverConfiguration } from './server-configuration';

export interface NatsKeysOptions {
  /** host:port that nats-server listens on. */
  readonly listen: string;
  /** host:port of nats-server's own monitoring, which needs no credentials; nothing, and there is none. */
  readonly monitor?: string;
  /** Where auth leaves its list of revoked bots; the folder of keys, unless auth has one of its own. */
  readonly revokedIn?: string;
}

export interface NatsFiles {
  /** What nats-server is started with. */
  readonly configuration: string;
  /** Folder of `<process>.creds`. */
  readonly credentials: string;
}

/**
 * Makes everything that a closed NATS needs, in a folder that only its owner can read.
 *
 * Only `seeds.json` and auth's list of revoked bots are kept from call to call. Configuration and credentials are written anew each time, so that they
 * follow `permissionsOf`, and whatever a crash left half done is whole again after the next call.
 *
 * @param folder made where missing; 0700, its files 0600.
 * @throws where the folder cannot be written.
 */
export async function ensureNatsKeys(folder: string, options: NatsKeysOptions): Promise<NatsFiles> {
  const { revokedIn = folder, ...server } = options;
  const files = { configuration: join(folder, 'nats-server.conf'), credentials: join(folder, 'creds') };
  await ownerOnlyFolder(folder);
  await ownerOnlyFolder(files.credentials);
  const keyring = await keepKeyring(join(folder, 'seeds.json'));
  for (const name of natsNames) {
    const credentials = await mintCredentials({
      name,
      accountSeed: keyring.account,
      userSeed: keyring.users[name],
      permissions: permissionsOf(name),
    });
    await writeOwnerOnly(join(files.credentials, `${name}.creds`), credentials);
  }
  await writeBotSigner(folder, keyring);
  const revoked = await readRevokedBots(revokedIn);
  await writeOwnerOnly(files.configuration, await serverConfiguration(keyring, { ...server, revoked }));
  return files;
}

async function keepKeyring(path: string): Promise<Keyring> {
  const kept = await readIfThere(path);
  const keyring = completeKeyring(kept === undefined ? undefined : parseKeyring(kept));
  await writeOwnerOnly(path, JSON.stringify(keyring, null, 2));
  return keyring;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
