import type { Candidate } from '@devchitchat/contracts';

/** What one end of a link says to the other through the server. */
export type Signal =
  | { readonly type: 'offer'; readonly negotiation: number; readonly sdp: string }
  | { readonly type: 'answer'; readonly negotiation: number; readonly sdp: string }
  /** Please offer: things changed here, or a way has to be looked for anew. */
  | { readonly type: 'ask'; readonly restart: boolean }
  | { readonly type: 'ice'; readonly candidates: readonly Candidate[] };
