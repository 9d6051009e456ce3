import { createHmac } from 'node:crypto';
import type { UserId } from '@devchitchat/contracts';

export interface TurnCredentials {
  readonly username: string;
  readonly credential: string;
}

/**
 * Credentials by the scheme that coturn calls `use-auth-secret` (draft-uberti-behave-turn-rest): the name says until when
 * and for whom, and only who knows the secret can make the password. Nothing is kept anywhere.
 *
 * @param now milliseconds since 1970
 */
export function turnCredentials(secret: string, userId: UserId, now: number, ttlSeconds: number): TurnCredentials {
  const username = `${Math.floor(now / 1_000) + ttlSeconds}:${userId}`;
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
}
