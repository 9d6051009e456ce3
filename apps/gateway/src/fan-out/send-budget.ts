/** A connection's frames that wait behind the ones being written. */
export type WaitingFrames = readonly { readonly data?: string | Buffer }[];

/** What may wait for one socket. Beyond it the socket does not read, and catches up with `sync` when it comes back. */
export const sendBudget = {
  frames: 256,
  /** Bytes of what it was told unasked. */
  toldBytes: 1024 * 1024,
  /** Bytes with the answers it asked for: catching up over a slow link is no stall. */
  bytes: 8 * 1024 * 1024,
} as const;

/** Of the socket.io protocol: `2` begins an event, `3` an acknowledgement. */
const isTold = (frame: string | Buffer): boolean => typeof frame === 'string' && frame.startsWith('2');

/** `unsent` are the bytes of the frames being written. */
export function isOverBudget(waiting: WaitingFrames, unsent: number): boolean {
  if (waiting.length > sendBudget.frames) return true;
  let told = 0;
  let bytes = unsent;
  for (const { data } of waiting) {
    if (data === undefined) continue;
    bytes += data.length;
    if (isTold(data)) told += data.length;
  }
  return told > sendBudget.toldBytes || bytes > sendBudget.bytes;
}
