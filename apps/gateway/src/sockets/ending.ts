import type { CutReason } from '../limits/counters';

const cuts: Readonly<Record<string, CutReason>> = {
  'transport error': 'transport',
  'parse error': 'malformed',
  'ping timeout': 'silent',
};

/** What engine.io's reason for a closed connection counts as; `undefined` where the other side just left. */
export const cutBy = (reason: string): CutReason | undefined =>
  Object.hasOwn(cuts, reason) ? cuts[reason] : undefined;
