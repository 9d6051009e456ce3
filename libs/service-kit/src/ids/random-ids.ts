import { createHash, randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** `length` random characters of Crockford base32, 5 bits each. */
export const randomCharacters = (length: number): string =>
  Array.from(randomBytes(length), (byte) => alphabet[byte & 31]).join('');

/** A new id with 80 random bits; `letter` is its type (contracts/grammar/ids.ts). */
export const randomId = <Id extends string>(letter: 'u' | 's' | 'i' | 'r' | 'c' | 'f'): Id =>
  `${letter}_${randomCharacters(16)}` as Id;

/** The same id for the same name, so that a repeated import finds its earlier items. */
export const derivedId = <Id extends string>(letter: 'u' | 'r', name: string): Id =>
  `${letter}_${Array.from(createHash('sha256').update(name).digest().subarray(0, 16), (byte) => alphabet[byte & 31]).join('')}` as Id;

/** 256 random bits in base64url. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

/** The stored hash of a token. SHA-256 suffices: 256 random bits cannot be guessed. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

const traceBytes = 8;
let pool = Buffer.alloc(0);

/** A random trace id. Drawn 512 at a time, because every command needs one and drawing is a system call. */
export function randomTrace(): string {
  if (pool.length === 0) pool = randomBytes(512 * traceBytes);
  const trace = pool.toString('hex', 0, traceBytes);
  pool = pool.subarray(traceBytes);
  return trace;
}
