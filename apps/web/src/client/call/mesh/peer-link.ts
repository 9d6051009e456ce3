import type { LinkState, PeerId } from '@devchitchat/contracts';
import type { Clock } from '../../../platform/time/clock';
import { relayProblem, type RelayProblem } from './link-state';
import { Negotiation } from './negotiation';
import type { LinkBudget } from './send-budget';
import type { LinkSignal } from './signal';
import { isAlwaysSent, mediaOf, slots, type Slot } from './slots';

/** Milliseconds. A link that does not stand by then is said to be unreachable. */
const connectWithinMs = 8_000;
/** Interruptions of several seconds mend themselves; a new start in the middle of one only makes it longer. */
const restartAfterMs = 5_000;
/** Between a failed try and the next; doubles up to the last. Whoever is back is heard within seconds. */
const firstRetryMs = 1_000;
const maxRetryMs = 3_000;
/** After so many tries in vain the connection itself is made anew: no restart mends one that is broken inside. */
const attemptsPerConnection = 2;
/** Milliseconds in which a goodbye gets out. */
const goodbyeWithinMs = 300;
/** Both ends see a link fail. The one that does not lead waits this much longer, so that they do not both begin. */
const followerDelayMs = 3_000;

export interface LinkOptions {
  readonly me: PeerId;
  readonly other: PeerId;
  readonly connection: RTCPeerConnection;
  /** The ways there are now, with credentials as fresh as can be had. */
  readonly freshConfiguration: () => Promise<RTCConfiguration>;
  readonly send: (signal: LinkSignal) => void;
  /** What is sent on each line at this moment. */
  readonly sending: ReadonlyMap<Slot, MediaStreamTrack>;
  readonly budget: () => LinkBudget;
  readonly changed: () => void;
  /** A new connection has to take the place of this one. */
  readonly renew: () => void;
  /** The other end says that it leaves. */
  readonly departed: () => void;
  readonly clock: Clock;
}

/** One RTCPeerConnection to one other peer, kept alive as long as both are in the call. It is one incarnation of their link. */
export class PeerLink {
  state: LinkState = 'connecting';
  relayProblem: RelayProblem | null = null;
  private readonly negotiation: Negotiation;
  /** The two ends agree on this without a word. */
  private readonly leads: boolean;
  private lines: readonly RTCRtpTransceiver[] = [];
  /** What is said on it reaches the other end when no server does. */
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

  /** What comes in on a line. There from the first description on, and silent or black while nothing is sent. */
  receives(slot: Slot): MediaStreamTrack | null {
    return this.lines[slots.indexOf(slot)]?.receiver.track ?? null;
  }

  /** What is sent on a line is another thing now, or nothing. */
  sendingChanged(slot: Slot): void {
    const line = this.lines[slots.indexOf(slot)];
    if (!line) return;
    void line.sender.replaceTrack(this.options.sending.get(slot) ?? null);
    // The other end is asked only when this differs from what was agreed upon.
    line.direction = this.directionOf(slot);
    this.budgetChanged();
  }

  budgetChanged(): void {
    const { camera, screen } = this.options.budget();
    void limitBitrate(this.lines[slots.indexOf('camera')], camera);
    void limitBitrate(this.lines[slots.indexOf('screen')], screen);
  }

  /** Looks for a way anew, with fresh credentials. */
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

  /** This end is back from somewhere: what it said may have been lost, and what was said to it, too. */
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

  /** Says goodbye to the other end, which then needs no server to know it. */
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
      // A link that stood all the while tells nothing of a new start.
      if (this.options.connection.connectionState === 'connected') this.setState('connected');
      else this.retryLater();
    });
  }

  /** Says so, and tries again after a while. */
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

  /** One thing at a time is waited for. */
  private schedule(milliseconds: number, callback: () => unknown): void {
    this.cancelTimer();
    // Whoever was told of a change may have parted from it.
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
  // Refused while a negotiation is under way; it is set again when the link stands.
  await line.sender.setParameters(parameters).catch(() => undefined);
}
