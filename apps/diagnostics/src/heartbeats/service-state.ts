import type { ServiceState } from '@devchitchat/contracts';

/** Milliseconds without a heartbeat, of which one comes every two seconds, after which nobody believes in a process. */
export const silentAfter = 5_000;

/** Milliseconds that everything in a process waits at worst, from which on people feel it. */
const slowFrom = 250;

/** What was heard of a process: how long ago, and how late its event loop was. */
export interface LastHeartbeat {
  readonly agoMs: number;
  readonly eventLoopDelayP99Ms: number;
}

/** `listeningForMs`: who has not listened for long cannot say that somebody is silent. */
export function stateOf(heard: LastHeartbeat | undefined, listeningForMs: number): ServiceState {
  if (!heard) return listeningForMs > silentAfter ? 'silent' : 'unknown';
  if (heard.agoMs > silentAfter) return 'silent';
  return heard.eventLoopDelayP99Ms >= slowFrom ? 'slow' : 'well';
}
