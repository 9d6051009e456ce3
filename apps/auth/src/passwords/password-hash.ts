/** Argon2id's costs, according to OWASP's password storage cheat sheet. */
export interface Argon2Costs {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

export interface PasswordHash {
  readonly costs: Argon2Costs;
  readonly salt: Uint8Array;
  readonly digest: Uint8Array;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '');

/** The PHC string format. It records the costs, so that they can be raised while old hashes still work. */
export const formatHash = ({ costs: { memory, passes, parallelism }, salt, digest }: PasswordHash): string =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(digest)}`;

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Throws if the text is not a hash in our format, which means that another program wrote it. */
export function parseHash(text: string): PasswordHash {
  const [, memory, passes, parallelism, salt, digest] = phc.exec(text) ?? [];
  if (salt === undefined || digest === undefined) throw new Error('A stored password hash is not in PHC format.');
  return {
    costs: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    digest: Buffer.from(digest, 'base64'),
  };
}
