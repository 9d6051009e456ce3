import type { ReasonName, Refusal } from '@devchitchat/contracts';

/**
 * Whether a command was refused for one of these declared reasons. Names are checked when compiled, and leave the
 * definitions of the reasons out of the bundle.
 */
export const hasReason = ({ reason }: Refusal, ...names: readonly ReasonName[]): boolean =>
  (names as readonly string[]).includes(reason);
