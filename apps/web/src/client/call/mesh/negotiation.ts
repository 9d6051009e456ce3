import type { Candidate } from '@devchitchat/contracts';
import type { Clock } from '../../../platform/time/clock';
import type { LinkSignal } from './signal';

/** What nobody answered for so many milliseconds is said once more: it or its answer was lost on the way. */
const answerWithinMs = 5_000;
/** The end that leads mostly offers within this time; then the other one asks. */
const firstOfferWithinMs = 1_000;
/** Candidates that may wait for the description they belong to. */
const mostEarly = 100;

export interface NegotiationOptions {
  readonly connection: RTCPeerConnection;
  /** Makes every offer, and the other end asks it to. Exactly one of the two leads. */
  readonly leads: boolean;
  readonly send: (signal: LinkSignal) => void;
  /** An offer is in, and its answer about to be made: what shall it say? */
  readonly beforeAnswer: () => void;
  /** The other end asks to look for a way anew. */
  readonly restartAsked: () => void;
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
  private heard: Promise<void> = Promise.resolve();
  private cancelRepeat = () => {};

  constructor(private readonly options: NegotiationOptions) {
    if (!options.leads) {
      this.repeatLater(() => {
        this.ask(false);
      }, firstOfferWithinMs);
    }
  }

  /** Things are other than agreed here. */
  async needed(): Promise<void> {
    if (this.options.leads) await this.offer();
    else this.ask(false);
  }

  /** Asks the other end, which leads, to look for a way anew. */
  askForRestart(): void {
    this.ask(true);
  }

  /** Says again what waits for its answer. False when nothing does. */
  repeat(): boolean {
    if (this.options.connection.signalingState !== 'have-local-offer' || this.offering) return false;
    void this.makeOffer();
    return true;
  }

  /** Takes what the other end says, one after the other. */
  hear(signal: LinkSignal): Promise<void> {
    // What does not fit is as good as lost: it is said again, and a link that does not stand starts anew.
    this.heard = this.heard.then(() => this.take(signal)).catch(() => undefined);
    return this.heard;
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

  private ask(restart: boolean): void {
    this.options.send({ type: 'ask', restart });
    this.repeatLater(() => {
      this.ask(restart);
    });
  }

  private async take(signal: LinkSignal): Promise<void> {
    if (this.options.connection.signalingState === 'closed') return;
    if (signal.type === 'offer') await this.takeOffer(signal.negotiation, signal.sdp);
    else if (signal.type === 'answer') await this.takeAnswer(signal.negotiation, signal.sdp);
    else if (signal.type === 'ice') await this.takeCandidates(signal.candidates);
    else await this.takeAsking(signal.restart);
  }

  private async takeOffer(negotiation: number, sdp: string): Promise<void> {
    const { connection, leads, beforeAnswer, send } = this.options;
    // An old one that comes late, or one that was taken.
    if (leads || negotiation <= this.number) return;
    this.cancelRepeat();
    await connection.setRemoteDescription({ type: 'offer', sdp });
    this.number = negotiation;
    beforeAnswer();
    await connection.setLocalDescription();
    send({ type: 'answer', negotiation, sdp: connection.localDescription?.sdp ?? '' });
    await this.takeEarlyCandidates();
  }

  private async takeAnswer(negotiation: number, sdp: string): Promise<void> {
    const { connection } = this.options;
    const isAwaited = negotiation === this.number && connection.signalingState === 'have-local-offer';
    if (!isAwaited) return;
    this.cancelRepeat();
    await connection.setRemoteDescription({ type: 'answer', sdp });
    await this.takeEarlyCandidates();
    if (this.again) await this.needed();
  }

  private async takeAsking(restart: boolean): Promise<void> {
    if (!this.options.leads) return;
    if (restart) this.options.restartAsked();
    else await this.needed();
  }

  private async takeCandidates(candidates: readonly Candidate[]): Promise<void> {
    for (const candidate of candidates) await this.takeCandidate(candidate);
  }

  private async takeEarlyCandidates(): Promise<void> {
    await this.takeCandidates(this.early.splice(0));
  }

  /** One that fits nothing yet may belong to the next description; else it belonged to one that was never taken. */
  private async takeCandidate(candidate: Candidate): Promise<void> {
    const { connection } = this.options;
    const isTaken =
      connection.remoteDescription !== null &&
      (await connection.addIceCandidate(candidate).then(
        () => true,
        () => false,
      ));
    if (!isTaken && this.early.length < mostEarly) this.early.push(candidate);
  }

  /** One thing at a time waits for its answer. */
  private repeatLater(repeat: () => void, milliseconds = answerWithinMs): void {
    this.cancelRepeat();
    this.cancelRepeat = this.options.clock.after(milliseconds, repeat);
  }
}
