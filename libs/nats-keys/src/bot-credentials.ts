import { limits, permissionsOfBot, type UserId } from '@devchitchat/contracts';
import { encodeUser, fmtCreds, newScopedSigner, type SigningKey } from '@nats-io/jwt';
import { createUser } from '@nats-io/nkeys';
import { keyPair } from './keyring';

/** The keys that sign bots' credentials. */
export interface BotSigner {
  /** Public key of the account that bots belong to (A…). */
  readonly account: string;
  /** Seed of the account's signing key for bots (SA…). */
  readonly seed: string;
}

/** Maximum subscriptions of a bot: it needs three. */
const subscriptions = 32;

/**
 * The maximum permissions of credentials signed by this key, whatever they claim: nats-server replaces `{{name()}}` by the
 * name in them. A stolen key therefore creates bots, but no services.
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
  /** The text of a NATS credentials file: the only copy of the bot's seed. */
  readonly credentials: string;
  /** The public half of its key (U…). */
  readonly publicKey: string;
}

export async function mintBotCredentials({ account, seed }: BotSigner, bot: UserId): Promise<BotCredentials> {
  const user = createUser();
  const jwt = await encodeUser(bot, user, account, {}, { signer: keyPair(seed), scopedUser: true });
  return { credentials: new TextDecoder().decode(fmtCreds(jwt, user)), publicKey: user.getPublicKey() };
}
