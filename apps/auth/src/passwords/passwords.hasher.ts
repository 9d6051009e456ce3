import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Reply } from '@devchitchat/contracts';
import { Injectable } from '@nestjs/common';
import { formatHash, parseHash, type Argon2Costs } from './password-hash';
import { WorkLine, type Turn } from './work-line';

const argon2Async = promisify(argon2);

const costs: Argon2Costs = { memory: 19_456, passes: 2, parallelism: 1 };
const saltBytes = 16;
const digestBytes = 32;

/**
 * Stands in for a missing hash, so that an unknown handle takes as long as a wrong password. No password matches it.
 */
const nobodys = formatHash({ costs, salt: new Uint8Array(saltBytes), digest: new Uint8Array(digestBytes) });

/**
 * Runs argon2id off the event loop, two at a time, because each takes 19 MiB. The queue may be long, because requests
 * whose client has left cost nothing.
 */
@Injectable()
export class PasswordHasher {
  private readonly line = new WorkLine(2, 500, 4);

  hash(password: string, turn: Turn): Promise<Reply<string>> {
    return this.line.run(async () => {
      const salt = randomBytes(saltBytes);
      return formatHash({ costs, salt, digest: await derive(password, salt, costs) });
    }, turn);
  }

  /** Takes equally long with and without a stored hash. */
  matches(stored: string | undefined, password: string, turn: Turn): Promise<Reply<boolean>> {
    return this.line.run(async () => {
      const { costs, salt, digest } = parseHash(stored ?? nobodys);
      return timingSafeEqual(await derive(password, salt, costs), digest);
    }, turn);
  }
}

/** The turn of a client that has already proven its identity. */
export const turnOf = (who: string, asking: { isAwaited(): boolean }): Turn => ({
  who,
  rank: 0,
  isAwaited: () => asking.isAwaited(),
});

/** Normalizes to NFKC, since keyboards compose the same letter differently. */
const derive = (password: string, nonce: Uint8Array, costs: Argon2Costs): Promise<Uint8Array> =>
  argon2Async('argon2id', { message: password.normalize('NFKC'), nonce, tagLength: digestBytes, ...costs });
