import { natsNames, type NatsName } from '@devchitchat/contracts';
import { createAccount, createOperator, createUser, fromSeed, type KeyPair } from '@nats-io/nkeys';
import { z } from 'zod';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** All secrets that must be kept. Everything else that nats-server and the processes need is derived from these seeds. */
export interface Keyring {
  readonly operator: string;
  readonly system: string;
  readonly account: string;
  /** Signs credentials of bots only. */
  readonly botSigner: string;
  readonly users: Readonly<Record<NatsName, string>>;
}

/** A keyring written by an earlier version: seeds added later are missing. */
export type KeptKeyring = Omit<Keyring, 'users' | 'botSigner'> & {
  readonly botSigner?: string | undefined;
  readonly users: Readonly<Partial<Record<NatsName, string>>>;
};

const seed = (prefix: string) => z.string().startsWith(prefix).refine(isSeed);
/** Strict: keys of a later version must not be lost when this version writes the file. */
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

/** Parses a keyring; `undefined` if the text is not a complete keyring of valid seeds. */
export function parseKeyring(text: string): KeptKeyring | undefined {
  try {
    return keptKeyring.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Keeps existing seeds, so that issued credentials stay valid, and draws the missing ones. */
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
