/**
 * How a name became known. `asked`: in a header over plain HTTP, which any client can send. `visited`: by a complete
 * request over HTTPS. `used`: by a signed-in user.
 */
const tiers = ['asked', 'visited', 'used'] as const;
export type Tier = (typeof tiers)[number];

export interface KnownName {
  readonly name: string;
  readonly tier: Tier;
  /** The source: a user id for a used name, else a network address. Empty if that was not kept. */
  readonly by: string;
}

/** Maximum names in one certificate, in addition to the machine's and the configured ones. */
const maxNames = 32;

/** Of these, names used by signed-in users. The rest is for new names. */
const maxUsedNames = 24;

/** Maximum names from one client or person at a time. */
const maxNamesOfOne = 8;

/**
 * Adds a name, or moves it to the end if known.
 *
 * If there are too many, a used name is never removed in favour of one that was only asked for, and a client's own earlier
 * names are removed before those of others.
 */
export function knowing(known: readonly KnownName[], latest: KnownName): readonly KnownName[] {
  const before = known.find(({ name }) => name === latest.name);
  const stays = before !== undefined && rank(before) >= rank(latest);
  const others = known.filter(({ name }) => name !== latest.name);
  const newest = stays ? before : latest;
  const peers = others.filter((each) => isUsed(each) === isUsed(newest));
  const own = peers.filter(({ by }) => by === newest.by && by !== '');
  if (own.length >= maxNamesOfOne) return [...without(others, leastOf(own)), newest];
  if (isUsed(newest) && peers.length >= maxUsedNames) return [...without(others, leastOf(peers)), newest];
  return [...(others.length < maxNames ? others : without(others, leastOf(others))), newest];
}

const isUsed = ({ tier }: KnownName): boolean => tier === 'used';

const rank = ({ tier }: KnownName): number => tiers.indexOf(tier);

/** The least recently seen name of the lowest tier. */
const leastOf = (known: readonly KnownName[]): KnownName | undefined =>
  tiers.map((tier) => known.find((each) => each.tier === tier)).find((found) => found !== undefined);

const without = (known: readonly KnownName[], one: KnownName | undefined): readonly KnownName[] =>
  known.filter((each) => each !== one);

/** A line of `names.txt`: the name and its tier. A used name is written alone, as earlier versions wrote every name. */
export const lineOf = ({ name, tier }: KnownName): string => (tier === 'used' ? name : `${name} ${tier}`);

export function knownIn(line: string): KnownName {
  const [name = '', written] = line.split(' ');
  return { name, tier: tiers.find((tier) => tier === written) ?? 'used', by: '' };
}
