import type { AnyEvent } from '@devchitchat/contracts';

/** Tables derived only from the log. Applied in the transaction that appends. */
export interface Projection {
  /** Must depend on the event and on this projection's own tables only. */
  apply(event: AnyEvent): void;
  /** Clears its tables before a rebuild. */
  clear(): void;
}
