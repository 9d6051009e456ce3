/** A connection's frames queued behind the ones being written. */
export type WaitingFrames = readonly { readonly data?: string | Buffer }[];

/**
 * Limits of unsent data per socket. A socket beyond them is cut because it does not read; it catches up with `sync` when it
 * reconnects.
 */
export const sendBudget = {
  frames: 256,
  /** Bytes of events and notices. */
  eventBytes: 1024 * 1024,
  /** Bytes including answers to commands: catching up over a slow link is not a stall. */
  bytes: 8 * 1024 * 1024,
} as const;

/** In the socket.io protocol `2` begins an event, `3` an acknowledgement. */
const isEvent = (frame: string | Buffer): boolean => typeof frame === 'string' && frame.startsWith('2');

/** @param unsent bytes of the frames being written */
export function isOverBudget(waiting: WaitingFrames, unsent: number): boolean {
  if (waiting.length > sendBudget.frames) return true;
  let eventBytes = 0;
  let bytes = unsent;
  for (const { data } of waiting) {
    if (data === undefined) continue;
    bytes += data.length;
    if (isEvent(data)) eventBytes += data.length;
  }
  return eventBytes > sendBudget.eventBytes || bytes > sendBudget.bytes;
}
