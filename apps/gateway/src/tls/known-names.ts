/**
 * How a name came to be known. `asked`: in a header over plain HTTP, which anybody can write. `visited`: by a whole request
 * over HTTPS. `used`: by somebody who is signed in.
 */
const tiers = ['asked', 'visited', 'used'] as const;
export type Tier = (typeof tiers)[number];

export interface KnownName {
  readonly name: string;
  readonly tier: Tier;
  /** Who brought it: a person where it is used, else a network address. Empty where that was forgotten. */
  readonly by: string;
}

/** Names in one certificate beside those of the machine and of its owner. */
const maxNames = 32;

/** Of these, names that people use who are signed in. The rest is for newcomers. */
const mostUsed = 24;

/** Names that one client, or one person, can have brought at once. */
const mostOfOne = 8;

/**
 * The names known so far and one more, or the same one again. The latest stands at the end.
 *
 * Where there are too many, one that somebody used never makes way for one that was only asked for; and before anything of
 * others goes, a client's own earlier names do.
 */
export function knowing(known: readonly KnownName[], latest: KnownName): readonly KnownName[] {
  const before = known.find(({ name }) => name === latest.name);
  const stays = before !== undefined && rank(before) >= rank(latest);
  const others = known.filter(({ name }) => name !== latest.name);
  const newest = stays ? before : latest;
  const peers = others.filter((each) => isUsed(each) === isUsed(newest));
  const own = peers.filter(({ by }) => by === newest.by && by !== '');
  if (own.length >= mostOfOne) return [...without(others, leastOf(own)), newest];
  if (isUsed(newest) && peers.length >= mostUsed) return [...without(others, leastOf(peers)), newest];
  return [...(others.length < maxNames ? others : without(others, leastOf(others))), newest];
}

const isUsed = ({ tier }: KnownName): boolean => tier === 'used';

const rank = ({ tier }: KnownName): number => tiers.indexOf(tier);

/** Of the lowest tier, the one not seen for the longest. */
const leastOf = (known: readonly KnownName[]): KnownName | undefined =>
  tiers.map((tier) => known.find((each) => each.tier === tier)).find((found) => found !== undefined);

const without = (known: readonly KnownName[], one: KnownName | undefined): readonly KnownName[] =>
  known.filter((each) => each !== one);

/** A line of `names.txt`. One that is used is its name alone, which is also how earlier versions wrote every name. */
export const lineOf = ({ name, tier }: KnownName): string => (tier === 'used' ? name : `${name} ${tier}`);

export function knownIn(line: string): KnownName {
  const [name = '', written] = line.split(' ');
  return { name, tier: tiers.find((tier) => tier === written) ?? 'used', by: '' };
}
