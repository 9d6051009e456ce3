import type { ServiceState } from '@devchitchat/contracts';

/** Milliseconds without a heartbeat (one every two seconds) after which a process counts as silent. */
export const silentAfterMs = 5_000;

/** The event loop delay, in milliseconds, from which people notice a slow process. */
const slowFrom = 250;

/** The last heartbeat of a process: its age and the event loop delay it reported. */
export interface LastHeartbeat {
  readonly agoMs: number;
  readonly eventLoopDelayP99Ms: number;
}

/** @param listeningForMs how long heartbeats have been received; until `silentAfterMs` a missing one proves nothing */
export function stateOf(heard: LastHeartbeat | undefined, listeningForMs: number): ServiceState {
  if (!heard) return listeningForMs > silentAfterMs ? 'silent' : 'unknown';
  if (heard.agoMs > silentAfterMs) return 'silent';
  return heard.eventLoopDelayP99Ms >= slowFrom ? 'slow' : 'well';
}
