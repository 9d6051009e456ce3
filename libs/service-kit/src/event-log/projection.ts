import type { AnyEvent } from '@devchitchat/contracts';

/** Tables that follow from the log and from nothing else. Applied in the transaction that appends. */
export interface Projection {
  /** Must depend on the event and on this projection's own tables only. */
  apply(event: AnyEvent): void;
  /** Empties its tables, before a rebuild. */
  clear(): void;
}
