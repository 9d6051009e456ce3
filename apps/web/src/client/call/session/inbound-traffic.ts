/** Milliseconds without a packet after which a link that is said to stand is not believed any more. */
const stalledAfterMs = 10_000;
/** When a new way is looked for, in milliseconds of silence. After that it is left alone: maybe they have nothing to send. */
const restartAfterMs = [10_000, 30_000, 90_000];

/** What came in over a link that stands. Whoever is muted sends silence, and that counts; who has no microphone, nothing. */
export interface InboundTraffic {
  readonly packets: number;
  /** When the last packet was seen to have come, or the link to stand. */
  readonly since: number;
  readonly restarts: number;
}

/** After another look at the link. Looks may be far apart: a hidden tab's timers run once a minute. */
export function observed(before: InboundTraffic | undefined, packets: number, now: number): InboundTraffic {
  // Fewer packets than before came over another link.
  if (before?.packets !== packets) return { packets, since: now, restarts: 0 };
  return before;
}

export const isStalled = ({ since }: InboundTraffic, now: number): boolean => now - since >= stalledAfterMs;

export const needsRestart = ({ since, restarts }: InboundTraffic, now: number): boolean =>
  now - since >= (restartAfterMs[restarts] ?? Infinity);

/** Packets of sound and pictures that came in, as the browser counts them. */
export function packetsReceived(report: { forEach(look: (stats: unknown) => void): void }): number {
  let packets = 0;
  report.forEach((stats) => {
    const { type, packetsReceived } = stats as { type: string; packetsReceived?: number };
    if (type === 'inbound-rtp') packets += packetsReceived ?? 0;
  });
  return packets;
}
