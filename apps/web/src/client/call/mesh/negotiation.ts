import type { Candidate } from '@devchitchat/contracts';
import type { Clock } from '../../../platform/time/clock';
import type { LinkSignal } from './signal';

/** What nobody answered for so many milliseconds is said once more: it or its answer was lost on the way. */
const answerWithinMs = 5_000;
/** The end that leads mostly offers within this time; then the other one asks. */
const firstOfferWithinMs = 1_000;
/** Candidates that may wait for the description they belong to. */
const maxEarlyCandidates = 100;

export interface NegotiationOptions {
  readonly connection: RTCPeerConnection;
  /** Makes every offer, and the other end asks it to. Exactly one of the two leads. */
  readonly leads: boolean;
  readonly send: (signal: LinkSignal) => void;
  /** An offer is in, and its answer about to be made: what shall it say? */
  readonly beforeAnswer: () => void;
  /** The other end asks to look for a way anew. */
  readonly restartRequested: () => void;
  readonly clock: Clock;
}

/**
 * Perfect negotiation (WebRTC 1.0, section 10.7) with the collisions taken out. There, the polite end takes its own offer
 * back when two collide; Chromium forgets where to play an incoming picture when it does. So only one end ever offers, and
 * the other asks it to. An answer names the offer it answers and an offer is taken once, so that nothing that comes late,
 * twice or in another order changes anything; what gets lost is said again.
 */
export class Negotiation {
  private offering = false;
  /** Something changed after the last offer was made. */
  private again = false;
  /** Of the last offer, one's own or the one that was taken. */
  private number = 0;
  /** Came before the description they belong to. */
  private early: Candidate[] = [];
  private received: Promise<void> = Promise.resolve();
  private cancelRepeat = () => {};

  constructor(private readonly options: NegotiationOptions) {
    if (!options.leads) {
      this.repeatLater(() => {
        this.requestOffer(false);
      }, firstOfferWithinMs);
    }
  }

  /** Things are other than agreed here. */
  async renegotiate(): Promise<void> {
    if (this.options.leads) await this.offer();
    else this.requestOffer(false);
  }

  /** Asks the other end, which leads, to look for a way anew. */
  askForRestart(): void {
    this.requestOffer(true);
  }

  /** Says again what waits for its answer. False when nothing does. */
  repeat(): boolean {
    if (this.options.connection.signalingState !== 'have-local-offer' || this.offering) return false;
    void this.makeOffer();
    return true;
  }

  /** Takes what the other end says, one after the other. */
  receive(signal: LinkSignal): Promise<void> {
    // What does not fit is as good as lost: it is said again, and a link that does not stand starts anew.
    this.received = this.received.then(() => this.apply(signal)).catch(() => undefined);
    return this.received;
  }

  close(): void {
    this.cancelRepeat();
  }

  private async offer(): Promise<void> {
    const { connection } = this.options;
    this.again = this.offering || connection.signalingState !== 'stable';
    if (!this.again) await this.makeOffer();
  }

  private async makeOffer(): Promise<void> {
    const { connection, send } = this.options;
    this.offering = true;
    this.number += 1;
    const negotiation = this.number;
    try {
      await connection.setLocalDescription();
      send({ type: 'offer', negotiation, sdp: connection.localDescription?.sdp ?? '' });
    } finally {
      this.offering = false;
    }
    this.repeatLater(() => void this.repeat());
  }

  private requestOffer(restart: boolean): void {
    this.options.send({ type: 'ask', restart });
    this.repeatLater(() => {
      this.requestOffer(restart);
    });
  }

  private async apply(signal: LinkSignal): Promise<void> {
    if (this.options.connection.signalingState === 'closed') return;
    if (signal.type === 'offer') await this.applyOffer(signal.negotiation, signal.sdp);
    else if (signal.type === 'answer') await this.applyAnswer(signal.negotiation, signal.sdp);
    else if (signal.type === 'ice') await this.addCandidates(signal.candidates);
    else await this.applyRequest(signal.restart);
  }

  private async applyOffer(negotiation: number, sdp: string): Promise<void> {
    const { connection, leads, beforeAnswer, send } = this.options;
    // An old one that comes late, or one that was taken.
    if (leads || negotiation <= this.number) return;
    this.cancelRepeat();
    await connection.setRemoteDescription({ type: 'offer', sdp });
    this.number = negotiation;
    beforeAnswer();
    await connection.setLocalDescription();
    send({ type: 'answer', negotiation, sdp: connection.localDescription?.sdp ?? '' });
    await this.addEarlyCandidates();
  }

  private async applyAnswer(negotiation: number, sdp: string): Promise<void> {
    const { connection } = this.options;
    const isAwaited = negotiation === this.number && connection.signalingState === 'have-local-offer';
    if (!isAwaited) return;
    this.cancelRepeat();
    await connection.setRemoteDescription({ type: 'answer', sdp });
    await this.addEarlyCandidates();
    if (this.again) await this.renegotiate();
  }

  private async applyRequest(restart: boolean): Promise<void> {
    if (!this.options.leads) return;
    if (restart) this.options.restartRequested();
    else await this.renegotiate();
  }

  private async addCandidates(candidates: readonly Candidate[]): Promise<void> {
    for (const candidate of candidates) await this.addCandidate(candidate);
  }

  private async addEarlyCandidates(): Promise<void> {
    await this.addCandidates(this.early.splice(0));
  }

  /** One that fits nothing yet may belong to the next description; else it belonged to one that was never taken. */
  private async addCandidate(candidate: Candidate): Promise<void> {
    const { connection } = this.options;
    const isTaken =
      connection.remoteDescription !== null &&
      (await connection.addIceCandidate(candidate).then(
        () => true,
        () => false,
      ));
    if (!isTaken && this.early.length < maxEarlyCandidates) this.early.push(candidate);
  }

  /** One thing at a time waits for its answer. */
  private repeatLater(repeat: () => void, milliseconds = answerWithinMs): void {
    this.cancelRepeat();
    this.cancelRepeat = this.options.clock.after(milliseconds, repeat);
  }
}
