import type { MsgId } from '@devchitchat/contracts';

export interface SearchHit {
  readonly msgId: MsgId;
  /** The revision that was compared. */
  readonly revision: number;
  /** The part around the first match, as `snippetOf` marks it. */
  readonly snippet: string;
  /** The size of the text and the snippet as JSON, in bytes of UTF-8. */
  readonly bytes: number;
}

/** The result of a search, as the search thread posts it. */
export interface SearchFinding {
  readonly hits: readonly SearchHit[];
  /** Whether there are hits after this page. */
  readonly more: boolean;
  /** False if a limit ended the search before all messages were compared. */
  readonly complete: boolean;
}
