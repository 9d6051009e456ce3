/** A connected link without a packet for this long counts as stalled. */
const stalledAfterMs = 10_000;
/** ICE restarts after this many milliseconds without a packet. No more restarts follow: the peer may have nothing to send. */
const restartAfterMs = [10_000, 30_000, 90_000];

/** Packets received over a connected link. A muted peer sends silence, a peer without a microphone sends nothing. */
export interface InboundTraffic {
  readonly packets: number;
  /** When a packet was last seen, or the link was first checked. */
  readonly since: number;
  readonly restarts: number;
}

/** The state after another check. Checks may be a minute apart, because browsers throttle timers of hidden tabs. */
export function observed(before: InboundTraffic | undefined, packets: number, now: number): InboundTraffic {
  // A lower count belongs to another connection.
  if (before?.packets !== packets) return { packets, since: now, restarts: 0 };
  return before;
}

export const isStalled = ({ since }: InboundTraffic, now: number): boolean => now - since >= stalledAfterMs;

export const needsRestart = ({ since, restarts }: InboundTraffic, now: number): boolean =>
  now - since >= (restartAfterMs[restarts] ?? Infinity);

/** Number of received media packets, from the browser's statistics. */
export function packetsReceived(report: { forEach(look: (stats: unknown) => void): void }): number {
  let packets = 0;
  report.forEach((stats) => {
    const { type, packetsReceived } = stats as { type: string; packetsReceived?: number };
    if (type === 'inbound-rtp') packets += packetsReceived ?? 0;
  });
  return packets;
}
