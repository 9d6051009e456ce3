import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Reply } from '@devchitchat/contracts';
import { Injectable } from '@nestjs/common';
import { formatHash, parseHash, type Argon2Costs } from './password-hash';
import { WorkLimit } from './work-limit';

const argon2Async = promisify(argon2);

const costs: Argon2Costs = { memory: 19_456, passes: 2, parallelism: 1 };
const saltBytes = 16;
const digestBytes = 32;

/** Compared with where there is no hash, so that an unknown handle takes as long as a wrong password. Nothing matches it. */
const nobodys = formatHash({ costs, salt: new Uint8Array(saltBytes), digest: new Uint8Array(digestBytes) });

/**
 * Argon2id, off the event loop. Two at once, because each takes 19 MiB; thirty in line, because even at 300 ms each the
 * last of them is answered within the 5 s that anybody waits.
 */
@Injectable()
export class PasswordHasher {
  private readonly limit = new WorkLimit(2, 30);

  hash(password: string): Promise<Reply<string>> {
    return this.limit.run(async () => {
      const salt = randomBytes(saltBytes);
      return formatHash({ costs, salt, digest: await derive(password, salt, costs) });
    });
  }

  /** Takes equally long whether there is a hash or not. */
  matches(stored: string | undefined, password: string): Promise<Reply<boolean>> {
    return this.limit.run(async () => {
      const { costs, salt, digest } = parseHash(stored ?? nobodys);
      return timingSafeEqual(await derive(password, salt, costs), digest);
    });
  }
}

/** Two keyboards may compose the same letter differently; NFKC makes them one. */
const derive = (password: string, nonce: Uint8Array, costs: Argon2Costs): Promise<Uint8Array> =>
  argon2Async('argon2id', { message: password.normalize('NFKC'), nonce, tagLength: digestBytes, ...costs });
