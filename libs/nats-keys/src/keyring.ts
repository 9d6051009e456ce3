import { natsNames, type NatsName } from '@devchitchat/contracts';
import { createAccount, createOperator, createUser, fromSeed, type KeyPair } from '@nats-io/nkeys';
import { z } from 'zod';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Every secret that has to be kept. Whatever else nats-server and the processes need is derived from these seeds. */
export interface Keyring {
  readonly operator: string;
  readonly system: string;
  readonly account: string;
  /** Signs credentials of bots, and can sign no others. */
  readonly botSigner: string;
  readonly users: Readonly<Record<NatsName, string>>;
}

/** A keyring as an earlier version may have kept it: what came later has no seed yet. */
export type KeptKeyring = Omit<Keyring, 'users' | 'botSigner'> & {
  readonly botSigner?: string | undefined;
  readonly users: Readonly<Partial<Record<NatsName, string>>>;
};

const seed = (prefix: string) => z.string().startsWith(prefix).refine(isSeed);
/** Strict: what a later version put in must not be lost when this one writes the file. */
const keptKeyring = z.strictObject({
  operator: seed('SO'),
  system: seed('SA'),
  account: seed('SA'),
  botSigner: seed('SA').optional(),
  users: z.partialRecord(z.enum(natsNames), seed('SU')),
});

export const keyPair = (seed: string): KeyPair => fromSeed(encoder.encode(seed));

const seedOf = (pair: KeyPair): string => decoder.decode(pair.getSeed());

function isSeed(seed: string): boolean {
  try {
    keyPair(seed);
    return true;
  } catch {
    return false;
  }
}

/** The keyring in a file's text, or nothing where the text is not a whole keyring of valid seeds. */
export function parseKeyring(text: string): KeptKeyring | undefined {
  try {
    return keptKeyring.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Keeps every known seed, so that credentials handed out earlier stay valid, and draws one wherever there is none. */
export function completeKeyring(kept: KeptKeyring | undefined): Keyring {
  const users = natsNames.map((name) => [name, kept?.users[name] ?? seedOf(createUser())] as const);
  return {
    operator: kept?.operator ?? seedOf(createOperator()),
    system: kept?.system ?? seedOf(createAccount()),
    account: kept?.account ?? seedOf(createAccount()),
    botSigner: kept?.botSigner ?? seedOf(createAccount()),
    users: Object.fromEntries(users) as Record<NatsName, string>,
  };
}
