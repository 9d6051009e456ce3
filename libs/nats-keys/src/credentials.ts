import type { SubjectPermissions } from '@devchitchat/contracts';
import { encodeUser, fmtCreds } from '@nats-io/jwt';
import { keyPair } from './keyring';

/**
 * The permission to answer a request once, on its reply subject, within this time. NATS expects nanoseconds. Longer than
 * any command's timeout, and short enough that old requests give no access.
 */
const answer = { max: 1, ttl: 30 * 1_000_000_000 };

export interface CredentialsRequest {
  readonly name: string;
  /** Seed of the account that the user belongs to (SA…). */
  readonly accountSeed: string;
  /** Seed of the user's own key (SU…). The same seed again gives the same identity with the new permissions. */
  readonly userSeed: string;
  readonly permissions: SubjectPermissions;
}

/**
 * Creates the text of a NATS credentials file: a signed statement of the user's permissions, and the key that proves the
 * user's identity.
 */
export async function mintCredentials(request: CredentialsRequest): Promise<string> {
  const user = keyPair(request.userSeed);
  const jwt = await encodeUser(request.name, user, keyPair(request.accountSeed), {
    pub: { allow: [...request.permissions.publish] },
    sub: { allow: [...request.permissions.subscribe] },
    resp: answer,
    allowed_connection_types: ['STANDARD'],
  });
  return new TextDecoder().decode(fmtCreds(jwt, user));
}
