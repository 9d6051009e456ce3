import type { LinkState, PeerId } from '@devchitchat/contracts';
import type { Clock } from './clock';
import { relayProblem, type RelayProblem } from './link-state';
import { Negotiation } from './negotiation';
import type { LinkBudget } from './send-budget';
import type { Signal } from './signal';
import { isAlwaysSent, mediaOf, slots, type Slot } from './slots';

/** Milliseconds. A link that does not stand by then is said to be unreachable. */
const connectWithin = 8_000;
/** Interruptions of several seconds mend themselves; a new start in the middle of one only makes it longer. */
const patienceWithInterruption = 5_000;
/** Between a failed try and the next; doubles up to the last. */
const firstRetry = 1_000;
const lastRetry = 15_000;
/** Both ends see a link fail. The one that does not lead waits this much longer, so that they do not both begin. */
const courtesy = 3_000;

export interface LinkOptions {
  readonly me: PeerId;
  readonly other: PeerId;
  /** Of two, the one who joined later begins. */
  readonly offersFirst: boolean;
  readonly connection: RTCPeerConnection;
  /** The ways there are now, with fresh credentials. */
  readonly freshConfiguration: () => Promise<RTCConfiguration>;
  readonly send: (signal: Signal) => void;
  /** What is sent on each line at this moment. */
  readonly sending: ReadonlyMap<Slot, MediaStreamTrack>;
  readonly budget: () => LinkBudget;
  readonly changed: () => void;
  readonly clock: Clock;
}

/** One RTCPeerConnection to one other peer, kept alive as long as both are in the call. */
export class PeerLink {
  state: LinkState = 'connecting';
  relayProblem: RelayProblem | null = null;
  private readonly negotiation: Negotiation;
  /** The two ends agree on this without a word. */
  private readonly leads: boolean;
  private lines: readonly RTCRtpTransceiver[] = [];
  private retryMs = firstRetry;
  private cancelTimer = () => {};
  private closed = false;

  constructor(private readonly options: LinkOptions) {
    const { connection, me, other, send, clock } = options;
    this.leads = me > other;
    this.negotiation = new Negotiation({
      connection,
      offersFirst: options.offersFirst,
      leads: this.leads,
      send,
      beforeAnswer: () => this.takeLines(),
      restartAsked: () => void this.restart(),
      clock,
    });
    connection.addEventListener('negotiationneeded', () => void this.negotiation.needed());
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate) send({ type: 'ice', candidates: [plain(candidate)] });
    });
    connection.addEventListener('icecandidateerror', ({ url, errorCode }) => {
      this.relayProblem = relayProblem(url, errorCode) ?? this.relayProblem;
      options.changed();
    });
    connection.addEventListener('connectionstatechange', () => this.connectionChanged());
    this.expectConnection();
    if (options.offersFirst) {
      for (const slot of slots) connection.addTransceiver(mediaOf(slot), { direction: this.directionOf(slot) });
      this.takeLines();
    }
  }

  hear(signal: Signal): void {
    void this.negotiation.hear(signal);
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
    void limit(this.lines[slots.indexOf('camera')], camera);
    void limit(this.lines[slots.indexOf('screen')], screen);
  }

  /** Looks for a way anew, with fresh credentials. */
  async restart(): Promise<void> {
    const { connection, freshConfiguration, changed } = this.options;
    this.relayProblem = null;
    this.expectConnection();
    changed();
    const configuration = await freshConfiguration();
    // Who waits for the first offer has nothing to start anew.
    if (this.closed || this.lines.length === 0) return;
    connection.setConfiguration(configuration);
    if (this.leads || !connection.remoteDescription) connection.restartIce();
    else this.negotiation.askForRestart();
  }

  stats(): Promise<RTCStatsReport> {
    return this.options.connection.getStats();
  }

  close(): void {
    this.closed = true;
    this.cancelTimer();
    this.negotiation.close();
    this.options.connection.close();
  }

  private takeLines(): void {
    if (this.lines.length > 0) return;
    this.lines = this.options.connection.getTransceivers();
    for (const slot of slots) this.sendingChanged(slot);
    this.options.changed();
  }

  private directionOf(slot: Slot): RTCRtpTransceiverDirection {
    return isAlwaysSent(slot) || this.options.sending.has(slot) ? 'sendrecv' : 'recvonly';
  }

  private connectionChanged(): void {
    const { connectionState } = this.options.connection;
    if (connectionState === 'connected') {
      this.negotiation.settled();
      this.retryMs = firstRetry;
      this.relayProblem = null;
      this.become('connected');
      this.budgetChanged();
    } else if (connectionState === 'disconnected') {
      this.become('interrupted');
      this.later(patienceWithInterruption + this.wait(), () => this.restart());
    } else if (connectionState === 'failed') {
      this.giveUpForNow();
    }
  }

  private become(state: LinkState): void {
    this.cancelTimer();
    this.state = state;
    this.options.changed();
  }

  private expectConnection(): void {
    this.later(connectWithin, () => {
      // A link that stood all the while tells nothing of a new start.
      if (this.options.connection.connectionState === 'connected') this.become('connected');
      else this.giveUpForNow();
    });
  }

  /** Says so, and tries again after a while. */
  private giveUpForNow(): void {
    this.become('unreachable');
    const wait = this.retryMs + this.wait();
    this.retryMs = Math.min(lastRetry, this.retryMs * 2);
    this.later(wait, () => this.restart());
  }

  private wait(): number {
    return this.leads ? 0 : courtesy;
  }

  /** One thing at a time is waited for. */
  private later(milliseconds: number, callback: () => unknown): void {
    this.cancelTimer();
    this.cancelTimer = this.options.clock.after(milliseconds, () => void callback());
  }
}

const plain = ({ candidate, sdpMid, sdpMLineIndex, usernameFragment }: RTCIceCandidate) => ({
  candidate,
  sdpMid,
  sdpMLineIndex,
  usernameFragment,
});

async function limit(line: RTCRtpTransceiver | undefined, maxBitrate: number): Promise<void> {
  if (!line) return;
  const parameters = line.sender.getParameters();
  const [encoding] = parameters.encodings as (RTCRtpEncodingParameters | undefined)[];
  if (!encoding || encoding.maxBitrate === maxBitrate) return;
  encoding.maxBitrate = maxBitrate;
  // Refused while a negotiation is under way; it is set again when the link stands.
  await line.sender.setParameters(parameters).catch(() => undefined);
}
