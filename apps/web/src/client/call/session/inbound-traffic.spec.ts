import { describe, expect, it } from '@jest/globals';
import { isStalled, observed, needsRestart, packetsReceived, type InboundTraffic } from './inbound-traffic';

/** Checks a link at intervals. Returns the times at which it was stalled and at which it restarted. */
function watch(looks: readonly (readonly [now: number, packets: number])[]) {
  let silence: InboundTraffic | undefined;
  const silent: number[] = [];
  const restarted: number[] = [];
  for (const [now, packets] of looks) {
    silence = observed(silence, packets, now);
    if (isStalled(silence, now)) silent.push(now);
    if (needsRestart(silence, now)) {
      restarted.push(now);
      silence = { ...silence, restarts: silence.restarts + 1 };
    }
  }
  return { silent, restarted };
}

const every5s = (count: number, packetsAt: (look: number) => number) =>
  Array.from({ length: count }, (_, look) => [look * 5_000, packetsAt(look)] as const);

describe('a connected link', () => {
  it('works while packets arrive', () => {
    expect(watch(every5s(100, (look) => look * 250))).toEqual({ silent: [], restarted: [] });
  });

  it('without any packet is stalled after ten seconds and restarts three times', () => {
    const { silent, restarted } = watch(every5s(60, () => 0));
    expect(silent[0]).toBe(10_000);
    expect(restarted).toEqual([10_000, 30_000, 90_000]);
  });

  it('works again with the next packet, and restarts after the next stall', () => {
    const { silent, restarted } = watch(every5s(12, (look) => (look < 4 ? 100 : 200)));
    expect(silent).toEqual([10_000, 15_000, 30_000, 35_000, 40_000, 45_000, 50_000, 55_000]);
    expect(restarted).toEqual([10_000, 30_000, 50_000]);
  });

  it('is not stalled because a hidden tab checks it once a minute', () => {
    const looks = Array.from({ length: 10 }, (_, minute) => [minute * 60_000, minute * 3_000] as const);
    expect(watch(looks)).toEqual({ silent: [], restarted: [] });
    expect(watch([...looks, [600_000, 27_000]]).silent).toEqual([600_000]);
  });

  it('counts received packets only', () => {
    const report = [
      { type: 'inbound-rtp', packetsReceived: 3 },
      { type: 'inbound-rtp', packetsReceived: 4 },
      { type: 'remote-inbound-rtp', packetsReceived: 100 },
      { type: 'outbound-rtp', packetsSent: 100 },
    ];
    expect(packetsReceived(report)).toBe(7);
  });
});
