import type { UserId } from '@devchitchat/contracts';

/** The reason a call ended for this tab without the user leaving it: a sentence, or the moderator who ended the call. */
export type CallEnding = { readonly sentence: string } | { readonly endedBy: UserId | null };
