import type { Match, Standing } from './match';

/** BM25's usual constants, and the words that a message of a chat has on average. */
const saturation = 1.2;
const lengthWeight = 0.75;
const averageLength = 12;

/** A message older by this, in milliseconds, has half of what there is for being new; and how much that is of the whole. */
const halfLife = 30 * 86_400_000;
const forBeingNew = 0.5;

/** Documents from which on a word counts as a common one. Counting on would cost more than it tells. */
export const commonFrom = 2_000;

export interface Ranked {
  readonly msgId: number;
  readonly ts: number;
  readonly match: Match;
}

/**
 * Best first. What has the term that stands worst in it standing better comes first: whole words before beginnings, and
 * these before parts. Among equals BM25 decides, of which a message of the newest one's age keeps all, and a very old one
 * half. Then the newer one comes first.
 *
 * @param documents for each term in how many messages it stands, `commonFrom` at most
 */
export function ranked<Hit extends Ranked>(hits: readonly Hit[], documents: readonly number[], all: number): Hit[] {
  const newest = hits.reduce((latest, { ts }) => Math.max(latest, ts), 0);
  const scored = hits.map((hit) => ({
    hit,
    standing: worst(hit.match),
    score: relevance(hit.match, documents, all) * freshness(newest - hit.ts),
  }));
  scored.sort((a, b) => a.standing - b.standing || b.score - a.score || b.hit.msgId - a.hit.msgId);
  return scored.map(({ hit }) => hit);
}

const worst = ({ found }: Match): Standing =>
  found.reduce<Standing>((standing, each) => (each.standing > standing ? each.standing : standing), 0);

const freshness = (age: number): number => 1 - forBeingNew + forBeingNew * 0.5 ** (age / halfLife);

/** BM25: the more often the better, but ever less so; the rarer the word the better; the shorter the message the better. */
function relevance({ found, length }: Match, documents: readonly number[], all: number): number {
  const stretch = saturation * (1 - lengthWeight + (lengthWeight * length) / averageLength);
  return found.reduce((sum, { count }, term) => {
    const rarity = Math.log(1 + all / Math.max(1, documents[term] ?? commonFrom));
    return sum + (rarity * count * (saturation + 1)) / (count + stretch);
  }, 0);
}
