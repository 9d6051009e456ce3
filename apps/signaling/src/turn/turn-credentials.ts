import { createHmac } from 'node:crypto';
import type { UserId } from '@devchitchat/contracts';

export interface TurnCredentials {
  readonly username: string;
  readonly credential: string;
}

/**
 * TURN credentials by coturn's `use-auth-secret` scheme (draft-uberti-behave-turn-rest): the user name contains the expiry
 * and the user id, and the password is derived from the shared secret. Nothing is stored.
 *
 * @param now milliseconds since 1970
 */
export function turnCredentials(secret: string, userId: UserId, now: number, ttlSeconds: number): TurnCredentials {
  const username = `${Math.floor(now / 1_000) + ttlSeconds}:${userId}`;
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
}
