import type { Candidate } from '@devchitchat/contracts';

/** What the two ends of one link say to each other in order to agree. */
export type LinkSignal =
  | { readonly type: 'offer'; readonly negotiation: number; readonly sdp: string }
  | { readonly type: 'answer'; readonly negotiation: number; readonly sdp: string }
  /** Please offer: things changed here, or a way has to be looked for anew. */
  | { readonly type: 'ask'; readonly restart: boolean }
  | { readonly type: 'ice'; readonly candidates: readonly Candidate[] };

/** The same on its way through the server, with the incarnation of the link it is about. */
export type Signal = LinkSignal & { readonly incarnation: number };
