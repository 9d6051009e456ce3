/** What is known of a leaf certificate. Times are milliseconds since 1970. */
export interface Leaf {
  readonly names: readonly string[];
  readonly notBefore: number;
  readonly notAfter: number;
}

const day = 86_400_000;

/** Less than the 398 days that Apple allows, and few enough that a key that got away is worth little. */
const lifetime = 90 * day;
/** Devices whose clock is behind see it as valid too. */
const backdated = day;
const renewedBefore = 30 * day;

/** From when to when a leaf made now is valid. It never outlives the authority. */
export const leafValidity = (now: number, authorityEnds: number): { notBefore: number; notAfter: number } => ({
  notBefore: now - backdated,
  notAfter: Math.min(now - backdated + lifetime, authorityEnds),
});

/** Why a new leaf has to be made, in words for the log; `undefined` while the one there is does. */
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
