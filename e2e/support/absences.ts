import { setTimeout as wait } from 'node:timers/promises';
import type { Caller } from './callers';
import { UdpGate } from './udp-gate';

/** Connections that an absent caller loses: to the server (`socket`), to the other callers (`media`), or both. */
export const absenceKinds = ['socket', 'media', 'both'] as const;
export type AbsenceKind = (typeof absenceKinds)[number];

/** A caller whose connections can be cut. All their media goes to the relay through a UDP gate of their own. */
export class Absentee implements AsyncDisposable {
  private constructor(
    readonly caller: Caller,
    private readonly gate: UdpGate,
  ) {}

  /** Must be called before the page joins any call. */
  static async of(caller: Caller, relayPort: number): Promise<Absentee> {
    const gate = await UdpGate.to(relayPort);
    await caller.page.evaluate(throughGate(relayPort, gate.port));
    await caller.page.evaluate(slowTimersWhileHidden);
    return new Absentee(caller, gate);
  }

  /** @param hidden also hides the page, as if another tab were in front, until `show()` */
  async goAway(kind: AbsenceKind, hidden = false): Promise<void> {
    if (hidden) await this.caller.page.evaluate(turned('hidden'));
    if (kind !== 'socket') this.gate.isOpen = false;
    if (kind !== 'media') await this.caller.page.context().setOffline(true);
  }

  async comeBack(): Promise<void> {
    this.gate.isOpen = true;
    await this.caller.page.context().setOffline(false);
  }

  /** Makes the page visible again. */
  async show(): Promise<void> {
    await this.caller.page.evaluate(turned('visible'));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.gate[Symbol.asyncDispose]();
  }
}

/** Overrides the visibility that the page sees, because headless Chromium reports every tab as visible. */
const turned = (visibility: 'hidden' | 'visible') => `(() => {
  Object.defineProperty(document, 'visibilityState', { value: '${visibility}', configurable: true });
  Object.defineProperty(document, 'hidden', { value: ${visibility === 'hidden'}, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
})()`;

/** Limits the timers of a hidden page to one per second, as browsers do. */
const slowTimersWhileHidden = `for (const name of ['setTimeout', 'setInterval']) {
  const original = window[name];
  window[name] = (callback, ms = 0, ...values) =>
    original(callback, document.hidden ? Math.ceil(Math.max(ms, 1) / 1000) * 1000 : ms, ...values);
}`;

/** Sends all media through the gate: relay candidates only, with the gate's port instead of the relay's. */
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

/** Returns the milliseconds until every caller hears every other, or `null` after 30 s. */
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
