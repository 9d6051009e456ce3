import type { MsgId, RoomId, UserId } from '@devchitchat/contracts';
import type { Effort } from './effort';
import { factsOf, searchedText, type Searched } from './indexed-text';
import { matchIn, type Match } from './match';
import type { SearchPlan } from './plan';

/** A message from an index. */
export interface Candidate {
  readonly msgId: MsgId;
  readonly roomId: RoomId;
  readonly seq: number;
  readonly userId: UserId;
  readonly ts: number;
  readonly revision: number;
  readonly wordsEventId: number;
}

/** A candidate whose text matches. */
export interface Hit extends Candidate {
  readonly match: Match;
}

/** Reads the data of candidates that the indexes lack. */
export interface Texts {
  /** The text and the files of a message; `undefined` once erased. */
  searchedIn(candidate: Candidate): Searched | undefined;
  /** The handles that a message mentions. */
  handlesIn(roomId: RoomId, seq: number): readonly string[];
}

export interface ScanLimits {
  readonly effort: Effort;
  readonly isTimeUp: () => boolean;
}

/** Compares candidates with a search: the indexes match too much, and only the text decides. */
export class Scan {
  readonly hits: Hit[] = [];
  complete = true;
  private readonly rooms: ReadonlyMap<RoomId, number>;
  private readonly seen = new Set<MsgId>();

  constructor(
    private readonly plan: SearchPlan,
    private readonly texts: Texts,
    private readonly limits: ScanLimits,
  ) {
    this.rooms = new Map(plan.rooms.map(({ roomId, historyStart }) => [roomId, historyStart]));
  }

  /** Collects up to `maxHits` hits, until the time or the effort limit is reached. */
  through(candidates: Iterable<Candidate>, maxHits: number): void {
    let left = maxHits;
    for (const candidate of candidates) {
      if (this.limits.effort.isSpent || this.limits.isTimeUp()) {
        this.complete = false;
        return;
      }
      const hit = this.compare(candidate);
      if (!hit) continue;
      this.hits.push(hit);
      this.seen.add(candidate.msgId);
      if (--left <= 0) return;
    }
  }

  private compare(candidate: Candidate): Hit | null {
    const { roomId, seq, msgId } = candidate;
    if (seq < (this.rooms.get(roomId) ?? Infinity) || this.seen.has(msgId)) return null;
    const searched = this.texts.searchedIn(candidate);
    if (searched === undefined || !this.hasFacts(candidate, searched)) return null;
    const match = matchIn(searchedText(searched), this.plan.terms, this.limits.effort);
    return match && { ...candidate, match };
  }

  private hasFacts({ roomId, userId, seq }: Candidate, searched: Searched): boolean {
    if (this.plan.facts.length === 0) return true;
    const handles = this.texts.handlesIn(roomId, seq);
    const words = new Set(factsOf({ ...searched, roomId, userId, handles }).split(' '));
    return this.plan.facts.every((list) => list.some((fact) => words.has(fact)));
  }
}
