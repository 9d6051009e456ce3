import type { Sqlite } from '@devchitchat/service-kit';
import { CandidatesRepository } from './candidates.repository';
import { Effort } from './effort';
import type { SearchFinding, SearchHit } from './finding';
import { searchedText } from './indexed-text';
import type { SearchPlan } from './plan';
import { ranked } from './rank';
import { Scan, type Hit } from './scan';
import { snippetOf } from './snippet';

/** Matches are ranked in blocks of this size, from the newest to the oldest. */
const rankedTogether = 100;

/** Milliseconds after which a search returns the hits it has. */
const timeLimit = 250;

/**
 * Steps after which a search returns the hits it has: about ten thousand short messages, or two hundred long, hostile
 * ones.
 */
const maxEffort = 5_000_000;

/**
 * Finds messages: the indexes name candidates, newest first, and each is read and compared. Only reads, on a connection
 * of its own that sees committed data and blocks no writes.
 */
export class SearchReader {
  private readonly candidates: CandidatesRepository;

  constructor(
    sqlite: Sqlite,
    private readonly effort = maxEffort,
  ) {
    this.candidates = new CandidatesRepository(sqlite);
  }

  /**
   * One page of hits. Blocks its thread, for at most about `timeLimit` milliseconds; `complete` is false if that or the effort
   * limit ended the search early.
   */
  find(plan: SearchPlan): SearchFinding {
    const { terms, offset, limit, sort } = plan;
    const isRanked = sort === 'best' && terms.length > 0;
    const wanted = offset + limit + 1;
    const depth = isRanked ? Math.ceil(wanted / rankedTogether) * rankedTogether : wanted;
    const deadline = performance.now() + timeLimit;
    const scan = new Scan(plan, this.candidates, {
      effort: new Effort(this.effort),
      isTimeUp: () => performance.now() > deadline,
    });

    for (const [at, way] of this.candidates.waysTo(plan).entries()) {
      // The index of parts is read only if whole words do not fill the page.
      if (at > 0 && isRanked && scan.hits.length >= wanted) break;
      scan.through(way(), at > 0 && isRanked ? depth - scan.hits.length : depth);
    }
    const hits = isRanked ? this.bestFirst(scan.hits, plan) : scan.hits.sort((a, b) => b.msgId - a.msgId);
    return {
      hits: hits.slice(offset, offset + limit).map((hit) => this.shown(hit)),
      more: hits.length > offset + limit,
      complete: scan.complete && !(terms.length > 0 && this.candidates.isReindexing()),
    };
  }

  private bestFirst(hits: readonly Hit[], plan: SearchPlan): Hit[] {
    const rarities = this.candidates.rarities(plan);
    const all = this.candidates.count();
    return blocksOf(hits).flatMap((block) => ranked(block, rarities, all));
  }

  /** Built in the search thread, because it takes time in proportion to the text. */
  private shown(hit: Hit): SearchHit {
    const { msgId, revision, match } = hit;
    const searched = this.candidates.searchedIn(hit) ?? { text: '' };
    const snippet = snippetOf(searchedText(searched), match);
    return { msgId, revision, snippet, bytes: bytesOf(searched.text) + bytesOf(snippet) };
  }
}

const bytesOf = (text: string): number => Buffer.byteLength(JSON.stringify(text));

function blocksOf(hits: readonly Hit[]): Hit[][] {
  const count = Math.ceil(hits.length / rankedTogether);
  return Array.from({ length: count }, (_, at) => hits.slice(at * rankedTogether, (at + 1) * rankedTogether));
}
