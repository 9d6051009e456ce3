import type { SearchPlan } from './plan';
import type { SearchFinding } from './search.reader';

/** Whoever looks for messages. */
export abstract class Searcher {
  /** `null` where it does not get to it. */
  abstract find(plan: SearchPlan): Promise<SearchFinding | null>;
}
