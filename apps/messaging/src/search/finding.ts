import type { MsgId } from '@devchitchat/contracts';

export interface SearchHit {
  readonly msgId: MsgId;
  /** The one that was looked at. */
  readonly revision: number;
  /** The part around the first match. */
  readonly snippet: string;
  /** What the text and the snippet take as JSON. */
  readonly bytes: number;
}

/** What a search found. It travels from the search thread. */
export interface SearchFinding {
  readonly hits: readonly SearchHit[];
  readonly more: boolean;
  readonly complete: boolean;
}
