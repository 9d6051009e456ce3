import type { MsgId } from '@devchitchat/contracts';

export interface SearchHit {
  readonly msgId: MsgId;
  /** The revision that was compared. */
  readonly revision: number;
  /** The part around the first match. */
  readonly snippet: string;
  /** The size of the text and the snippet as JSON. */
  readonly bytes: number;
}

/** The result of a search, as the search thread posts it. */
export interface SearchFinding {
  readonly hits: readonly SearchHit[];
  readonly more: boolean;
  readonly complete: boolean;
}
