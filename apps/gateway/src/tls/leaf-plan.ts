/** The data of a leaf certificate. Times are milliseconds since 1970. */
export interface Leaf {
  readonly names: readonly string[];
  readonly notBefore: number;
  readonly notAfter: number;
}

const day = 86_400_000;

/** Below Apple's limit of 398 days, and short enough that a stolen key is of little value. */
const lifetime = 90 * day;
/** Valid from the past, for devices whose clock is slow. */
const backdated = day;
const renewedBefore = 30 * day;

/** The validity of a leaf created now. It never outlives the authority. */
export const leafValidity = (now: number, authorityEnds: number): { notBefore: number; notAfter: number } => ({
  notBefore: now - backdated,
  notAfter: Math.min(now - backdated + lifetime, authorityEnds),
});

/** The reason to create a new leaf, for the log; `undefined` if the current one is still good. */
export function reasonForNewLeaf(
  leaf: Leaf | undefined,
  names: readonly string[],
  now: number,
  authorityEnds: number,
): string | undefined {
  if (!leaf) return 'there is none';
  if (now < leaf.notBefore) return 'the clock was set back';
  const endsWithAuthority = leaf.notAfter >= authorityEnds;
  if (now > leaf.notAfter - renewedBefore && !endsWithAuthority) return 'it ends soon';
  const wanted = new Set(names);
  if (wanted.size !== leaf.names.length || leaf.names.some((name) => !wanted.has(name))) return 'the names changed';
  return undefined;
}
