import type { LinkState, PeerId } from '@devchitchat/contracts';
import type { Clock } from '../../../platform/time/clock';
import { relayProblem, type RelayProblem } from './link-state';
import { Negotiation } from './negotiation';
import type { LinkBudget } from './send-budget';
import type { LinkSignal } from './signal';
import { isAlwaysSent, mediaOf, slots, type Slot } from './slots';

/** A link that takes longer to connect is shown as unreachable. */
const connectWithinMs = 8_000;
/** Short interruptions recover without an ICE restart, and restarting earlier only prolongs them. */
const restartAfterMs = 5_000;
/** Delay between attempts; doubles up to the maximum, which is short so that audio is back within seconds. */
const firstRetryMs = 1_000;
const maxRetryMs = 3_000;
/** Replaces the connection after this many failed attempts, because an ICE restart cannot repair every failure. */
const attemptsPerConnection = 2;
/** The connection stays open this long to deliver the goodbye. */
const goodbyeWithinMs = 300;
/** Both ends notice a failure. The one that does not lead waits longer, so that only one of them restarts. */
const followerDelayMs = 3_000;

export interface LinkOptions {
  readonly me: PeerId;
  readonly other: PeerId;
  readonly connection: RTCPeerConnection;
  /** The ICE configuration, with fresh credentials where the server can be reached. */
  readonly freshConfiguration: () => Promise<RTCConfiguration>;
  readonly send: (signal: LinkSignal) => void;
  /** The tracks being sent, by slot. */
  readonly sending: ReadonlyMap<Slot, MediaStreamTrack>;
  readonly budget: () => LinkBudget;
  readonly changed: () => void;
  /** Replaces this connection. */
  readonly renew: () => void;
  /** The other end said goodbye. */
  readonly departed: () => void;
  readonly clock: Clock;
}

/** One RTCPeerConnection to one other peer: one incarnation of their link. Repairs it while both are in the call. */
export class PeerLink {
  state: LinkState = 'connecting';
  relayProblem: RelayProblem | null = null;
  private readonly negotiation: Negotiation;
  /** Exactly one end leads. Both derive it from the peer ids. */
  private readonly leads: boolean;
  private lines: readonly RTCRtpTransceiver[] = [];
  /** Delivers the goodbye to the other end when no server can. */
  private channel: RTCDataChannel | null = null;
  private retryMs = firstRetryMs;
  private attempts = 0;
  private cancelTimer = () => {};
  private closed = false;

  constructor(private readonly options: LinkOptions) {
    const { connection, me, other, send, clock } = options;
    this.leads = me > other;
    this.negotiation = new Negotiation({
      connection,
      leads: this.leads,
      send,
      beforeAnswer: () => this.openLines(),
      restartRequested: () => void this.restart(),
      clock,
    });
    connection.addEventListener('negotiationneeded', () => void this.negotiation.renegotiate());
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate) send({ type: 'ice', candidates: [toCandidate(candidate)] });
    });
    connection.addEventListener('icecandidateerror', ({ url, errorCode }) => {
      this.relayProblem = relayProblem(url, errorCode) ?? this.relayProblem;
      options.changed();
    });
    connection.addEventListener('connectionstatechange', () => this.connectionChanged());
    this.expectConnection();
    if (this.leads) {
      for (const slot of slots) connection.addTransceiver(mediaOf(slot), { direction: this.directionOf(slot) });
      this.openLines();
    }
  }

  receive(signal: LinkSignal): void {
    void this.negotiation.receive(signal);
  }

  /** The incoming track of a slot; silent or black while the other end sends nothing. `null` before the first offer. */
  receives(slot: Slot): MediaStreamTrack | null {
    return this.lines[slots.indexOf(slot)]?.receiver.track ?? null;
  }

  /** The outgoing track of a slot changed. */
  sendingChanged(slot: Slot): void {
    const line = this.lines[slots.indexOf(slot)];
    if (!line) return;
    void line.sender.replaceTrack(this.options.sending.get(slot) ?? null);
    // Triggers a negotiation only when the direction differs from the negotiated one.
    line.direction = this.directionOf(slot);
    this.budgetChanged();
  }

  budgetChanged(): void {
    const { camera, screen } = this.options.budget();
    void limitBitrate(this.lines[slots.indexOf('camera')], camera);
    void limitBitrate(this.lines[slots.indexOf('screen')], screen);
  }

  /** Restarts ICE with fresh credentials. */
  async restart(): Promise<void> {
    const { connection, freshConfiguration, changed } = this.options;
    this.relayProblem = null;
    this.expectConnection();
    changed();
    const configuration = await freshConfiguration();
    if (this.closed) return;
    connection.setConfiguration(configuration);
    if (!this.leads) this.negotiation.askForRestart();
    else if (!this.negotiation.repeat()) connection.restartIce();
  }

  /** Restarts a broken link after this end was offline, because signals may have been lost. */
  wake(): void {
    if (this.state !== 'connected') void this.restart();
  }

  stats(): Promise<RTCStatsReport> {
    return this.options.connection.getStats();
  }

  close(): void {
    this.stop();
    this.options.connection.close();
  }

  /** Says goodbye over the link, so that the other end notices without the server, and closes it. */
  leave(): void {
    this.stop();
    const { channel } = this;
    if (channel?.readyState !== 'open') return this.options.connection.close();
    channel.send(goodbye);
    this.options.clock.after(goodbyeWithinMs, () => {
      this.options.connection.close();
    });
  }

  private stop(): void {
    this.closed = true;
    this.cancelTimer();
    this.negotiation.close();
  }

  private openLines(): void {
    if (this.lines.length > 0) return;
    const { connection, departed: gone } = this.options;
    this.lines = connection.getTransceivers();
    this.channel = connection.createDataChannel('goodbye', { negotiated: true, id: 0 });
    this.channel.addEventListener('message', ({ data }) => {
      if (data === goodbye && !this.closed) gone();
    });
    for (const slot of slots) this.sendingChanged(slot);
    this.options.changed();
  }

  private directionOf(slot: Slot): RTCRtpTransceiverDirection {
    return isAlwaysSent(slot) || this.options.sending.has(slot) ? 'sendrecv' : 'recvonly';
  }

  private connectionChanged(): void {
    if (this.closed) return;
    const { connectionState } = this.options.connection;
    if (connectionState === 'connected') {
      this.retryMs = firstRetryMs;
      this.attempts = 0;
      this.relayProblem = null;
      this.setState('connected');
      this.budgetChanged();
    } else if (connectionState === 'disconnected') {
      this.setState('interrupted');
      this.schedule(restartAfterMs + this.followerDelay(), () => this.restart());
    } else if (connectionState === 'failed') {
      this.retryLater();
    }
  }

  private setState(state: LinkState): void {
    this.cancelTimer();
    this.state = state;
    this.options.changed();
  }

  private expectConnection(): void {
    this.schedule(connectWithinMs, () => {
      // An ICE restart of a working link fires no state change.
      if (this.options.connection.connectionState === 'connected') this.setState('connected');
      else this.retryLater();
    });
  }

  /** Marks the link as unreachable and schedules the next attempt. */
  private retryLater(): void {
    this.setState('unreachable');
    const wait = this.retryMs + this.followerDelay();
    this.retryMs = Math.min(maxRetryMs, this.retryMs * 2);
    this.attempts += 1;
    const isBroken = this.attempts % attemptsPerConnection === 0;
    this.schedule(wait, () => (isBroken ? this.options.renew() : this.restart()));
  }

  private followerDelay(): number {
    return this.leads ? 0 : followerDelayMs;
  }

  /** Replaces the scheduled callback. */
  private schedule(milliseconds: number, callback: () => unknown): void {
    this.cancelTimer();
    // A listener of `changed` may have closed this link.
    if (this.closed) return;
    this.cancelTimer = this.options.clock.after(milliseconds, () => void callback());
  }
}

const goodbye = 'goodbye';

const toCandidate = ({ candidate, sdpMid, sdpMLineIndex, usernameFragment }: RTCIceCandidate) => ({
  candidate,
  sdpMid,
  sdpMLineIndex,
  usernameFragment,
});

async function limitBitrate(line: RTCRtpTransceiver | undefined, maxBitrate: number): Promise<void> {
  if (!line) return;
  const parameters = line.sender.getParameters();
  const [encoding] = parameters.encodings as (RTCRtpEncodingParameters | undefined)[];
  if (!encoding || encoding.maxBitrate === maxBitrate) return;
  encoding.maxBitrate = maxBitrate;
  // Fails during a negotiation; it is set again when the link is connected.
  await line.sender.setParameters(parameters).catch(() => undefined);
}
