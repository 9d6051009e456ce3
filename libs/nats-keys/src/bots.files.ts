import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { BotSigner } from './bot-credentials';
import { keyPair, type Keyring } from './keyring';
import { writeOwnerOnly } from './owner-only.files';

/** All of the keys that auth has to read. */
const signerFile = 'bot-signer.json';
/** Written by auth, read by the next start of nats-server. */
const revokedFile = 'revoked-bots.json';

const signerShape = z.object({ account: z.string().startsWith('A'), seed: z.string().startsWith('SA') });
const revokedShape = z.array(z.string().regex(/^U[A-Z2-7]{55}$/));

export const writeBotSigner = (folder: string, { account, botSigner }: Keyring): Promise<void> =>
  writeOwnerOnly(
    join(folder, signerFile),
    JSON.stringify({ account: keyPair(account).getPublicKey(), seed: botSigner } satisfies BotSigner),
  );

/** The key that signs for bots, or nothing where nobody made keys. */
export async function readBotSigner(folder: string): Promise<BotSigner | undefined> {
  const kept = signerShape.safeParse(await readJson(join(folder, signerFile)));
  return kept.success ? kept.data : undefined;
}

/** Whoever holds one of these public keys is not let in by nats-server from its next start on. */
export const writeRevokedBots = (folder: string, publicKeys: readonly string[]): Promise<void> =>
  writeOwnerOnly(join(folder, revokedFile), JSON.stringify(publicKeys));

/** What is not whole counts as empty: auth writes it anew when it starts. */
export async function readRevokedBots(folder: string): Promise<readonly string[]> {
  const kept = revokedShape.safeParse(await readJson(join(folder, revokedFile)));
  return kept.success ? kept.data : [];
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
