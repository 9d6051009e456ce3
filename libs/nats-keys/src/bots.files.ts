import {
  bringBack,
  readOwned,
  StartRefusal,
  replaceOwnerOnly,
  writeOwnerOnly,
} from '@devchitchat/service-kit/owned-files';
import { join } from 'node:path';
import { z } from 'zod';
import type { BotSigner } from './bot-credentials';
import { keyPair, type Keyring } from './keyring';

/** The file with the keys that auth reads. */
const signerFile = 'bot-signer.json';
/** Written by auth, read when nats-server starts. */
const revokedFile = 'revoked-bots.json';

const signerShape = z.object({ account: z.string().startsWith('A'), seed: z.string().startsWith('SA') });
const revokedShape = z.array(z.string().regex(/^U[A-Z2-7]{55}$/));

export const writeBotSigner = (folder: string, { account, botSigner }: Keyring): Promise<void> =>
  replaceOwnerOnly(
    join(folder, signerFile),
    JSON.stringify({ account: keyPair(account).getPublicKey(), seed: botSigner } satisfies BotSigner),
  );

/**
 * The key that signs for bots; `undefined` if no keys were created.
 *
 * @throws {StartRefusal} if the file is damaged
 */
export function readBotSigner(folder: string): BotSigner | undefined {
  const path = join(folder, signerFile);
  const text = readOwned(path);
  if (text === undefined) return undefined;
  const kept = signerShape.safeParse(parsed(text));
  if (kept.success) return kept.data;
  throw new StartRefusal(`${path} is damaged. Restart everything: it is recreated from nats/seeds.json.`);
}

/** Stores the public keys that nats-server rejects from its next start on. */
export const writeRevokedBots = (folder: string, publicKeys: readonly string[]): Promise<void> =>
  writeOwnerOnly(join(folder, revokedFile), JSON.stringify(publicKeys));

/**
 * The revoked public keys; empty if the file does not exist yet: auth writes it with the first revoked bot, and again at
 * each of its starts.
 *
 * @throws {StartRefusal} if it is damaged, because an empty list would admit every revoked bot
 */
export function readRevokedBots(folder: string): readonly string[] {
  const path = join(folder, revokedFile);
  const text = readOwned(path);
  if (text === undefined) return [];
  const kept = revokedShape.safeParse(parsed(text));
  if (kept.success) return kept.data;
  throw new StartRefusal(`${path} is damaged: it is not a list of revoked bots. ${bringBack}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
