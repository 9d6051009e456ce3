import type { Reply } from '@devchitchat/contracts';
import type { SignedInContext } from '@devchitchat/service-kit';
import type { SearchPlan } from './plan';
import type { SearchFinding } from './finding';

/** Whoever looks for messages. */
export abstract class Searcher {
  /** `rate_limited` where this person has too many searches waiting, `unavailable` where it does not get to this one. */
  abstract find(plan: SearchPlan, asking: SignedInContext): Promise<Reply<SearchFinding>>;
}
