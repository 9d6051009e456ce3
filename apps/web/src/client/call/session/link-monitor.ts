import { effect, inject, Injectable, signal } from '@angular/core';
import type { PeerLink } from '../mesh/peer-link';
import { CallSessionHolder } from './call-session-holder';
import { isStalled, needsRestart, observed, packetsReceived, type InboundTraffic } from './inbound-traffic';

const checkEveryMs = 5_000;

/** Restarts ICE on links that are connected but deliver no packets. */
@Injectable()
export class LinkMonitor {
  private readonly active = inject(CallSessionHolder);
  private readonly traffic = new Map<PeerLink, InboundTraffic>();
  private readonly checks = signal(0);

  constructor() {
    effect((onCleanup) => {
      if (!this.active.current()) return;
      const timer = setInterval(() => void this.checkAll(), checkEveryMs);
      onCleanup(() => {
        clearInterval(timer);
      });
    });
  }

  /** Whether a link is connected and has delivered nothing for a while. */
  isStalled(link: PeerLink): boolean {
    this.checks();
    const traffic = this.traffic.get(link);
    return traffic !== undefined && isStalled(traffic, performance.now());
  }

  private async checkAll(): Promise<void> {
    const links = [...(this.active.current()?.mesh.links.values() ?? [])];
    for (const link of this.traffic.keys()) if (!links.includes(link)) this.traffic.delete(link);
    for (const link of links) await this.check(link);
    this.checks.update((count) => count + 1);
  }

  private async check(link: PeerLink): Promise<void> {
    if (link.state !== 'connected') return void this.traffic.delete(link);
    const packets = await link.stats().then(packetsReceived, () => null);
    if (packets === null) return;
    const now = performance.now();
    const traffic = observed(this.traffic.get(link), packets, now);
    const isDue = needsRestart(traffic, now);
    this.traffic.set(link, isDue ? { ...traffic, restarts: traffic.restarts + 1 } : traffic);
    if (isDue) await link.restart();
  }
}
