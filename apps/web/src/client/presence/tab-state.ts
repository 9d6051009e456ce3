import type { SaidState } from '@devchitchat/contracts';

/** Milliseconds without a key, a click or a touch after which somebody counts as idle. */
export const idleAfterMs = 5 * 60_000;

/** How a tab is, from whether it is in view and how long ago somebody did something in it. */
export function tabState(isVisible: boolean, quietForMs: number): SaidState {
  if (!isVisible) return 'hidden';
  return quietForMs < idleAfterMs ? 'active' : 'idle';
}
