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
 * Only `seeds.json` and auth's list of revoked bots are kept from call to call. Configuration and credentials follow from
 * these: they are written anew each time, so that they follow `permissionsOf`, and whatever became of them is mended.
 *
 * @param folder in the data folder; made where missing; 0700, its files 0600.
 * @throws {StartRefusal} where one of the two that are kept was lost or damaged, or a file cannot be replaced
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
 * The keyring that is there; `undefined` where this is a first start. A new one shuts every bot out, so none is drawn in the
 * place of one that was lost.
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
    `${path} is damaged, or from a later version of devchitchat: it holds no whole set of keys. ${bringBack}`,
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
