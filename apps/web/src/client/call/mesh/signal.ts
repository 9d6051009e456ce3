import type { Candidate } from '@devchitchat/contracts';

/** The signals by which the two ends of a link negotiate. */
export type LinkSignal =
  | { readonly type: 'offer'; readonly negotiation: number; readonly sdp: string }
  | { readonly type: 'answer'; readonly negotiation: number; readonly sdp: string }
  /** Requests an offer, because tracks changed or ICE has to restart. */
  | { readonly type: 'ask'; readonly restart: boolean }
  | { readonly type: 'ice'; readonly candidates: readonly Candidate[] };

/** A signal as it travels through the server, with the incarnation of its link. */
export type Signal = LinkSignal & { readonly incarnation: number };
