import { limits, permissionsOfBot, type UserId } from '@devchitchat/contracts';
import { encodeUser, fmtCreds, newScopedSigner, type SigningKey } from '@nats-io/jwt';
import { createUser } from '@nats-io/nkeys';
import { keyPair } from './keyring';

/** What it takes to sign a bot's credentials. */
export interface BotSigner {
  /** Public key of the account that bots belong to (A…). */
  readonly account: string;
  /** Seed of the account's signing key for bots (SA…). */
  readonly seed: string;
}

/** Subscriptions one bot may hold at once: it needs three. */
const subscriptions = 32;

/**
 * Everything a signature by this key can allow, whatever the credentials themselves say: nats-server puts the name they
 * bear in the place of `{{name()}}`. So whoever gets hold of the key gets bots, and no service.
 */
export const botScope = (seed: string): SigningKey =>
  newScopedSigner(keyPair(seed), 'bot', {
    pub: { allow: [...permissionsOfBot('{{name()}}').publish] },
    sub: { allow: [...permissionsOfBot('{{name()}}').subscribe] },
    subs: subscriptions,
    payload: limits.frameBytes,
    allowed_connection_types: ['STANDARD'],
  });

export interface BotCredentials {
  /** The text of a NATS credentials file. Holds the only copy of the bot's seed there ever is. */
  readonly credentials: string;
  /** The public half of its key (U…). */
  readonly publicKey: string;
}

export async function mintBotCredentials({ account, seed }: BotSigner, bot: UserId): Promise<BotCredentials> {
  const user = createUser();
  const jwt = await encodeUser(bot, user, account, {}, { signer: keyPair(seed), scopedUser: true });
  return { credentials: new TextDecoder().decode(fmtCreds(jwt, user)), publicKey: user.getPublicKey() };
}
