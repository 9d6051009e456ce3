import type { SaidState } from '@devchitchat/contracts';

/** Milliseconds without a key, a click or a touch after which a user counts as idle. */
export const idleAfterMs = 5 * 60_000;

/** The presence of a tab, from its visibility and the time since the user last used it. */
export function tabState(isVisible: boolean, quietForMs: number): SaidState {
  if (!isVisible) return 'hidden';
  return quietForMs < idleAfterMs ? 'active' : 'idle';
}
