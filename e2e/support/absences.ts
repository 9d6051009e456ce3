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
    await caller.page.evaluate(slowTimersWhileHidden);
    return new Absentee(caller, gate);
  }

  /** `hidden`: another tab is in front of theirs until they come back. */
  async goAway(kind: AbsenceKind, hidden = false): Promise<void> {
    if (hidden) await this.caller.page.evaluate(turned('hidden'));
    if (kind !== 'socket') this.gate.isOpen = false;
    if (kind !== 'media') await this.caller.page.context().setOffline(true);
  }

  async comeBack(): Promise<void> {
    this.gate.isOpen = true;
    await this.caller.page.context().setOffline(false);
  }

  /** Back in front. */
  async show(): Promise<void> {
    await this.caller.page.evaluate(turned('visible'));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.gate[Symbol.asyncDispose]();
  }
}

/** Headless Chromium shows every tab, so the page is told, as a browser tells it when another tab is in front or not any more. */
const turned = (visibility: 'hidden' | 'visible') => `(() => {
  Object.defineProperty(document, 'visibilityState', { value: '${visibility}', configurable: true });
  Object.defineProperty(document, 'hidden', { value: ${visibility === 'hidden'}, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
})()`;

/** What a browser does to the timers of a hidden page: they fire once a second. */
const slowTimersWhileHidden = `for (const name of ['setTimeout', 'setInterval']) {
  const original = window[name];
  window[name] = (callback, ms = 0, ...values) =>
    original(callback, document.hidden ? Math.ceil(Math.max(ms, 1) / 1000) * 1000 : ms, ...values);
}`;

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
