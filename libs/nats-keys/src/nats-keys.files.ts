import { permissionsOf, natsNames } from '@devchitchat/contracts';
import {
  bringBack,
  readOwned,
  refuseIfLost,
  StartRefusal,
  wasMade,
  ownerOnlyFolder,
  refuseIfFull,
  replaceOwnerOnly,
  writeOwnerOnly,
} from '@devchitchat/service-kit/owned-files';
import { basename, dirname, join } from 'node:path';
import { readRevokedBots, writeBotSigner } from './bots.files';
import { mintCredentials } from './credentials';
import { completeKeyring, parseKeyring, type KeptKeyring, type Keyring } from './keyring';
import { serverConfiguration } from './server-configuration';

export interface NatsKeysOptions {
  /** host:port that nats-server listens on. */
  readonly listen: string;
  /** host:port of nats-server's monitoring, which needs no credentials; if undefined, it is disabled. */
  readonly monitor?: string;
  /** The folder of auth's list of revoked bots; by default the folder of keys. */
  readonly revokedIn?: string;
}

export interface NatsFiles {
  /** The path of nats-server's configuration. */
  readonly configuration: string;
  /** Folder of `<process>.creds`. */
  readonly credentials: string;
}

/**
 * Creates all files that a NATS server with authentication needs, in a folder that only its owner can read.
 *
 * Only `seeds.json` and auth's list of revoked bots are kept between calls. Configuration and credentials are derived from
 * them and rewritten each time, so that they match `permissionsOf` and any damage is repaired.
 *
 * @param folder within the data folder; created if missing; mode 0700, its files 0600
 * @throws {StartRefusal} if one of the two kept files was lost or damaged, or a file cannot be replaced
 */
export async function ensureNatsKeys(folder: string, options: NatsKeysOptions): Promise<NatsFiles> {
  const { revokedIn = folder, ...server } = options;
  const files = { configuration: join(folder, 'nats-server.conf'), credentials: join(folder, 'creds') };
  const seeds = join(folder, 'seeds.json');
  const keyring = completeKeyring(keptKeyring(seeds));
  const revoked = readRevokedBots(revokedIn);
  await ownerOnlyFolder(folder);
  await ownerOnlyFolder(files.credentials);
  await keepKeyring(seeds, keyring);
  for (const name of natsNames) {
    const credentials = await mintCredentials({
      name,
      accountSeed: keyring.account,
      userSeed: keyring.users[name],
      permissions: permissionsOf(name),
    });
    await replaceOwnerOnly(join(files.credentials, `${name}.creds`), credentials);
  }
  await writeBotSigner(folder, keyring);
  await replaceOwnerOnly(files.configuration, await serverConfiguration(keyring, { ...server, revoked }));
  return files;
}

/**
 * The existing keyring; `undefined` on a first start. A lost keyring is never replaced, because a new one would lock out
 * every bot.
 */
function keptKeyring(path: string): KeptKeyring | undefined {
  const text = readOwned(path);
  if (text === undefined) {
    refuseIfLost(dirname(dirname(path)), join(basename(dirname(path)), basename(path)));
    return undefined;
  }
  const kept = parseKeyring(text);
  if (kept) return kept;
  throw new StartRefusal(
    `${path} is damaged, or from a later version of devchitchat: it does not contain a complete set of keys. ${bringBack}`,
  );
}

function refuseToKeep(path: string, error: unknown): never {
  refuseIfFull(path, error);
  throw error;
}

async function keepKeyring(path: string, keyring: Keyring): Promise<void> {
  const text = JSON.stringify(keyring, null, 2);
  if (text !== readOwned(path)) await writeOwnerOnly(path, text).catch((error: unknown) => refuseToKeep(path, error));
  wasMade(dirname(dirname(path)), basename(path));
}
