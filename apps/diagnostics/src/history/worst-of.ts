import type { Heartbeat, HistoryPoint, ProcessName } from '@devchitchat/contracts';

/** A process's measurements over a period. The worst values count, because averages hide short problems. */
export type Sample = Omit<HistoryPoint, 'at'> & { readonly process: ProcessName };

/** `sockets` is the gateway's current number; it is ignored for other processes. */
export const sampleOf = (
  { process, memoryBytes, eventLoopDelayP99Ms, writer }: Heartbeat,
  sockets: number,
): Sample => ({
  process,
  memoryBytes,
  eventLoopDelayP99Ms,
  largestBatch: writer?.largestBatch ?? null,
  sockets: process === 'gateway' ? sockets : null,
});

export const worstOf = (one: Sample | undefined, other: Sample): Sample =>
  one
    ? {
        process: other.process,
        memoryBytes: Math.max(one.memoryBytes, other.memoryBytes),
        eventLoopDelayP99Ms: Math.max(one.eventLoopDelayP99Ms, other.eventLoopDelayP99Ms),
        largestBatch: greater(one.largestBatch, other.largestBatch),
        sockets: greater(one.sockets, other.sockets),
      }
    : other;

const greater = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);
