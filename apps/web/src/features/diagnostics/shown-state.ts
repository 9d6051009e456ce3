import type { ServiceReport, ServiceState } from '@devchitchat/contracts';
import type { Label } from '../../platform/language/text';

/** The state of a process. A running process that may store nothing is not well. */
export type ShownState = ServiceState | 'not_storing';

export function shownState({ state, heard }: Pick<ServiceReport, 'state' | 'heard'>): ShownState {
  const disk = heard?.disk?.state;
  return state === 'well' && (disk === 'full' || disk === 'failing') ? 'not_storing' : state;
}

/** Each state in words. */
export const stateLabels: Readonly<Record<ShownState, Label>> = {
  well: 'healthy',
  slow: 'slow',
  silent: 'not responding',
  not_storing: 'not storing',
  unknown: 'unknown',
};
