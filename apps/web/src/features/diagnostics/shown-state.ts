import type { ServiceReport, ServiceState } from '@devchitchat/contracts';

/** The state of a process in one word. A running process that may store nothing is not well. */
export type ShownState = ServiceState | 'stores nothing';

export function shownState({ state, heard }: Pick<ServiceReport, 'state' | 'heard'>): ShownState {
  const disk = heard?.disk?.state;
  return state === 'well' && (disk === 'full' || disk === 'failing') ? 'stores nothing' : state;
}
