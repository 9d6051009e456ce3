import type { Match, MatchQuality } from './match';

/** BM25's usual constants, and the average length of a chat message in words. */
const saturation = 1.2;
const lengthWeight = 0.75;
const averageLength = 12;

/**
 * The age in milliseconds at which a message has lost half of its freshness bonus, and the share of that bonus in the
 * score.
 */
const halfLife = 30 * 86_400_000;
const forBeingNew = 0.5;

/** From this many documents on a word counts as common. Counting further costs more than it helps. */
export const commonFrom = 2_000;

export interface Ranked {
  readonly msgId: number;
  readonly ts: number;
  readonly match: Match;
}

/**
 * Ranks hits, best first. Hits are grouped by their worst-matching term: whole words before beginnings before parts.
 * Within a group they are ordered by BM25, reduced by age by up to half, and then newest first.
 *
 * @param documents the number of messages that contain each term, up to `commonFrom`
 */
export function ranked<Hit extends Ranked>(hits: readonly Hit[], documents: readonly number[], all: number): Hit[] {
  const newest = hits.reduce((latest, { ts }) => Math.max(latest, ts), 0);
  const scored = hits.map((hit) => ({
    hit,
    quality: worst(hit.match),
    score: relevance(hit.match, documents, all) * freshness(newest - hit.ts),
  }));
  scored.sort((a, b) => a.quality - b.quality || b.score - a.score || b.hit.msgId - a.hit.msgId);
  return scored.map(({ hit }) => hit);
}

const worst = ({ found }: Match): MatchQuality =>
  found.reduce<MatchQuality>((quality, each) => (each.quality > quality ? each.quality : quality), 0);

const freshness = (age: number): number => 1 - forBeingNew + forBeingNew * 0.5 ** (age / halfLife);

/**
 * BM25: increases with the number of occurrences, with diminishing returns, and with the rarity of the term; decreases
 * with the length of the message.
 */
function relevance({ found, length }: Match, documents: readonly number[], all: number): number {
  const stretch = saturation * (1 - lengthWeight + (lengthWeight * length) / averageLength);
  return found.reduce((sum, { count }, term) => {
    const rarity = Math.log(1 + all / Math.max(1, documents[term] ?? commonFrom));
    return sum + (rarity * count * (saturation + 1)) / (count + stretch);
  }, 0);
}
