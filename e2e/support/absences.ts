import { setTimeout as wait } from 'node:timers/promises';
import type { Caller } from './callers';
import { UdpGate } from './udp-gate';

/** What somebody loses: the connection to the server, the ways to the others, or both. */
export const absenceKinds = ['socket', 'media', 'both'] as const;
export type AbsenceKind = (typeof absenceKinds)[number];

/** Somebody in a call whose connections can be cut. All media goes through a gate of their own to the relay. */
export class Absentee implements AsyncDisposable {
  private constructor(
    readonly caller: Caller,
    private readonly gate: UdpGate,
  ) {}

  /** To be called before the page has joined any call. */
  static async of(caller: Caller, relayPort: number): Promise<Absentee> {
    const gate = await UdpGate.to(relayPort);
    await caller.page.evaluate(throughGate(relayPort, gate.port));
    return new Absentee(caller, gate);
  }

  async goAway(kind: AbsenceKind): Promise<void> {
    if (kind !== 'socket') this.gate.isOpen = false;
    if (kind !== 'media') await this.caller.page.context().setOffline(true);
  }

  async comeBack(): Promise<void> {
    this.gate.isOpen = true;
    await this.caller.page.context().setOffline(false);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.gate[Symbol.asyncDispose]();
  }
}

/** Sends everything that goes to the relay through the gate, and nothing past it. */
const throughGate = (relayPort: number, gatePort: number) => `(() => {
  const Link = window.RTCPeerConnection;
  const gated = (configuration) => ({
    ...configuration,
    iceTransportPolicy: 'relay',
    iceServers: (configuration?.iceServers ?? []).map((server) => ({
      ...server,
      urls: [server.urls].flat().map((url) => url.replace(':${String(relayPort)}', ':${String(gatePort)}')),
    })),
  });
  window.RTCPeerConnection = class extends Link {
    constructor(configuration) {
      super(gated(configuration));
    }
    setConfiguration(configuration) {
      super.setConfiguration(gated(configuration));
    }
  };
})()`;

/** Milliseconds until everybody hears everybody; `null` when they do not within half a minute. */
export async function timeUntilAllHearAll(callers: readonly Caller[]): Promise<number | null> {
  const begunAt = performance.now();
  const names = callers.map(({ name }) => name);
  while (performance.now() - begunAt < 30_000) {
    const heard = await Promise.all(callers.map((caller) => caller.hears(callers)));
    const isWhole = heard.every((whom, at) => names.filter((_, other) => other !== at).join() === whom.join());
    if (isWhole) return performance.now() - begunAt;
    await wait(200);
  }
  return null;
}
