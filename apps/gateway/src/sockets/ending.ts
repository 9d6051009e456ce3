import type { CutReason } from '../limits/counters';

const cuts: Readonly<Record<string, CutReason>> = {
  'transport error': 'transport',
  'parse error': 'malformed',
  'ping timeout': 'silent',
};

/** Maps engine.io's close reason to a cut reason; `undefined` if the peer just left. */
export const cutBy = (reason: string): CutReason | undefined =>
  Object.hasOwn(cuts, reason) ? cuts[reason] : undefined;
