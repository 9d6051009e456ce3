import type { ServiceReport, ServiceState } from '@devchitchat/contracts';

/** The state of a process in one word. One that runs well and may store nothing does not do well. */
export type ShownState = ServiceState | 'stores nothing';

export function shownState({ state, heard }: Pick<ServiceReport, 'state' | 'heard'>): ShownState {
  const disk = heard?.disk?.state;
  return state === 'well' && (disk === 'full' || disk === 'failing') ? 'stores nothing' : state;
}
