import {
  commonReasons,
  refused,
  type AnyEvent,
  type Call,
  type CallId,
  type Peer,
  type PeerId,
  type Reply,
  type UserId,
} from '@devchitchat/contracts';
import type { CallNotice, Connection } from '../../../connection/connection';
import { PendingLeaves } from '../pending-leaves';
import { applyEvent, applyCall, applyList, noCalls, type KnownCalls } from '../../state/known-calls';
import type { FakeConnection } from '../../mesh/testing/fake-connection';
import { TestClock } from '../../../../platform/time/testing/test-clock';
import { CallSession } from '../call-session';
import type { SessionEnding } from '../session-ending';
import { FakeNetwork } from './fake-network';
import { FakeServer, room, type Request } from './fake-server';

const checkLivenessEveryMs = 2_000;
/** A command waits this long for the connection. */
const connectWithinMs = 3_000;

/** A call session without a browser, connected to the world's server and network. */
export class FakeBrowser {
  known: KnownCalls = noCalls;
  /** Whether it is connected to the server, and whether peers can reach it. */
  hasSocket = true;
  hasMedia = true;
  ending: SessionEnding | null = null;
  session: CallSession;
  readonly connections: FakeConnection[] = [];
  readonly asked: string[] = [];
  /** Commands in flight, which fail when the connection is lost. */
  readonly waiting = new Set<() => void>();

  constructor(
    private readonly world: CallWorld,
    readonly peerId: PeerId,
    readonly userId: UserId,
    takeOver = false,
  ) {
    const ask = ((name: string, input: Request) => world.ask(this, name, input)) as Connection['ask'];
    const farewells = new PendingLeaves(ask, world.clock);
    this.session = new CallSession({
      roomId: room,
      peerId,
      userId,
      takeOver,
      ask,
      calls: {
        byId: (callId: CallId) => this.known.calls.get(callId),
        inRoom: () => [...this.known.calls.values()][0],
        learn: (call) => {
          this.update(applyCall(this.known, call));
        },
        reload: () => this.reload(),
      },
      pendingLeaves: farewells,
      connect: (configuration) => {
        const connection = world.media.connect(peerId, configuration);
        this.connections.push(connection);
        return connection as unknown as RTCPeerConnection;
      },
      configuration: () => ({}),
      voice: { muted: false, deafened: false },
      restrictedElsewhere: () => {},
      changed: () => {},
      ended: (why) => {
        this.ending = why;
        this.session.leave();
      },
      clock: world.clock,
    });
  }

  /** Every peer that its page shows, itself included. */
  get people(): readonly Peer[] {
    return this.session.peers;
  }

  receive(event: AnyEvent): void {
    const { known, missed } = applyEvent(this.known, event);
    this.update(known);
    if (missed) void this.reload();
    this.session.handleEvent(event);
  }

  /** Receives the beacon with the call's last event. */
  receiveHead(callId: CallId, head: number): void {
    if (head > (this.known.heads.get(callId) ?? 0)) void this.reload();
  }

  /** Its connection to the server is back. */
  reconnected(): void {
    void this.session.ensureJoined();
    void this.reload();
  }

  private update(known: KnownCalls): void {
    this.known = known;
    this.session.refresh();
  }

  private async reload(): Promise<void> {
    const askedFor = this.known.heads;
    const reply = await this.world.ask(this, 'rtc.call_list', { peerId: this.peerId });
    if (reply.ok) this.update(applyList(this.known, (reply.value as { calls: Call[] }).calls, askedFor));
  }
}

/** A server, browsers and the network between them, on a test clock. */
export class CallWorld {
  readonly clock = new TestClock();
  readonly media = new FakeNetwork();
  readonly browsers: FakeBrowser[] = [];
  /** Delay of every message in milliseconds, and which messages are lost or duplicated. */
  delay = (): number => 10;
  isLost = (): boolean => false;
  isDoubled = (): boolean => false;
  readonly server: FakeServer;

  constructor() {
    this.server = new FakeServer(
      (peerId) => this.browsers.find((browser) => browser.peerId === peerId)!.userId,
      (event) => {
        for (const browser of this.browsers) this.deliver(browser, () => browser.receive(event));
      },
      (to, notice) => {
        this.notify(to, notice);
      },
    );
    const browserOf = (peerId: PeerId) => this.browsers.find((browser) => browser.peerId === peerId);
    this.media.reaches = (...ends) => ends.every((peerId) => browserOf(peerId)?.hasMedia);
    this.repeatEvery(FakeNetwork.updateEveryMs, () => this.media.update());
    this.repeatEvery(checkLivenessEveryMs, () => {
      this.server.checkLiveness();
      const { call } = this.server;
      if (call)
        for (const browser of this.browsers) this.deliver(browser, () => browser.receiveHead(call.callId, call.head));
    });
  }

  /** A user clicks “Join call”. */
  join(peerId: string, userId = `u_${peerId}`, takeOver = false): FakeBrowser {
    const browser = new FakeBrowser(this, peerId as PeerId, userId as UserId, takeOver);
    this.browsers.push(browser);
    void browser.session.ensureJoined();
    return browser;
  }

  loseSocket(browser: FakeBrowser): void {
    browser.hasSocket = false;
    for (const fail of browser.waiting) fail();
  }

  regainSocket(browser: FakeBrowser): void {
    if (browser.hasSocket) return;
    browser.hasSocket = true;
    if (this.server.isUp) browser.reconnected();
  }

  /** Stops the server and fails every command in flight. */
  stopServer(): void {
    this.server.isUp = false;
    for (const { waiting } of this.browsers) for (const fail of waiting) fail();
  }

  startServer(): void {
    this.server.restart();
    for (const browser of this.browsers) if (browser.hasSocket) browser.reconnected();
  }

  /** Differences between the server's list, the pages and the links; empty when everything is consistent. */
  inconsistencies(): string[] {
    const inCall = this.browsers.filter(({ ending }) => ending === null);
    const names = namesOf(inCall);
    const listed = namesOf(this.server.call?.peers ?? []);
    const found = listed === names ? [] : [`the server names ${listed} instead of ${names}`];
    for (const browser of inCall) {
      const shown = namesOf(browser.people);
      if (shown !== names) found.push(`${browser.peerId} shows ${shown} instead of ${names}`);
      for (const other of inCall) if (other !== browser) found.push(...this.inconsistenciesOf(browser, other));
    }
    return found;
  }

  ask(browser: FakeBrowser, name: string, asking: Request): Promise<Reply<never>> {
    browser.asked.push(name);
    return new Promise((resolve) => {
      const fail = () => {
        browser.waiting.delete(fail);
        resolve(refused(commonReasons.serverLate));
      };
      if (!this.isConnected(browser)) return void this.clock.after(connectWithinMs, fail);
      browser.waiting.add(fail);
      if (this.isLost()) return void this.clock.after(this.delay(), fail);
      this.clock.after(this.delay(), () => {
        if (!browser.waiting.has(fail)) return;
        const reply = this.server.answer(name, asking);
        if (this.isDoubled()) this.server.answer(name, asking);
        // The command ran and its reply got lost.
        if (this.isLost()) return fail();
        this.clock.after(this.delay(), () => {
          if (browser.waiting.delete(fail)) resolve(reply as Reply<never>);
        });
      });
    });
  }

  private inconsistenciesOf(browser: FakeBrowser, other: FakeBrowser): string[] {
    const way = `${browser.peerId} to ${other.peerId}`;
    const { mesh } = browser.session;
    const [own, theirs] = [mesh.incarnationOf(other.peerId), other.session.mesh.incarnationOf(browser.peerId)];
    if (own !== theirs) return [`${way}: incarnation ${own}, the other end has ${theirs}`];
    const state = mesh.links.get(other.peerId)?.state;
    if (state !== 'connected') return [`${way}: ${state}`];
    const open = browser.connections.filter((each) => each.signalingState !== 'closed');
    const standing = open.filter((each) => this.media.isUp(each));
    const others = this.browsers.filter(({ ending }) => ending === null).length - 1;
    return standing.length === others ? [] : [`${browser.peerId}: ${standing.length} of ${others} connections stand`];
  }

  private isConnected({ hasSocket }: FakeBrowser): boolean {
    return hasSocket && this.server.isUp;
  }

  /** Delivers after the delay, if the browser is connected then. */
  private deliver(browser: FakeBrowser, hear: () => void): void {
    if (!this.isConnected(browser) || this.isLost()) return;
    const times = this.isDoubled() ? 2 : 1;
    for (let time = 0; time < times; time++)
      this.clock.after(this.delay(), () => {
        if (this.isConnected(browser)) hear();
      });
  }

  private notify(to: PeerId, notice: CallNotice): void {
    const browser = this.browsers.find(({ peerId }) => peerId === to);
    if (browser) this.deliver(browser, () => browser.session.handleNotice(notice));
  }

  private repeatEvery(milliseconds: number, action: () => void): void {
    this.clock.after(milliseconds, () => {
      action();
      this.repeatEvery(milliseconds, action);
    });
  }
}

const namesOf = (peers: readonly { readonly peerId: PeerId }[]): string =>
  peers
    .map(({ peerId }) => peerId)
    .sort()
    .join();
