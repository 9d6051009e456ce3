import type { Reply } from '@devchitchat/contracts';
import type { SignedInContext } from '@devchitchat/service-kit';
import type { SearchPlan } from './plan';
import type { SearchFinding } from './finding';

/** Runs searches. */
export abstract class Searcher {
  /**
   * Refuses with `rate_limited` if the person has too many searches waiting, and with `unavailable` if the search
   * cannot run.
   */
  abstract find(plan: SearchPlan, asking: SignedInContext): Promise<Reply<SearchFinding>>;
}
