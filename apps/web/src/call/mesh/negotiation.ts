import type { Candidate } from '@devchitchat/contracts';
import type { Clock } from './clock';
import type { Signal } from './signal';

/** What nobody answered for so many milliseconds is said once more: it or its answer was lost on the way. */
const answerWithinMs = 5_000;

export interface NegotiationOptions {
  readonly connection: RTCPeerConnection;
  /** Makes the first offer: the end that joined later. */
  readonly offersFirst: boolean;
  /** Makes every other offer, and the other end asks it to. Exactly one of the two leads. */
  readonly leads: boolean;
  readonly send: (signal: Signal) => void;
  /** An offer is in, and its answer about to be made: what shall it say? */
  readonly beforeAnswer: () => void;
  /** The other end asks to look for a way anew. */
  readonly restartAsked: () => void;
  readonly clock: Clock;
}

/**
 * Perfect negotiation (WebRTC 1.0, section 10.7) with the collisions taken out. There, the polite end takes its own offer
 * back when two collide; Chromium forgets where to play an incoming picture when it does. So of two ends only one offers
 * at any time, and the other asks it to. An answer names the offer it answers, so that a late one changes nothing, and
 * what gets lost is said again.
 */
export class Negotiation {
  private mayOffer: boolean;
  private offering = false;
  /** Something changed after the last offer was made. */
  private again = false;
  /** Of the last offer of one's own. */
  private number = 0;
  /** Came before the description they belong to. */
  private early: Candidate[] = [];
  private heard: Promise<void> = Promise.resolve();
  private cancelRepeat = () => {};

  constructor(private readonly options: NegotiationOptions) {
    this.mayOffer = options.offersFirst;
  }

  /** Things are other than agreed here. */
  async needed(): Promise<void> {
    const { leads, offersFirst } = this.options;
    if (this.mayOffer) await this.offer();
    else if (leads && !offersFirst) this.again = true;
    else this.ask(false);
  }

  /** Asks the other end, which leads, to look for a way anew. */
  askForRestart(): void {
    this.ask(true);
  }

  /** The other end is known to have the first answer. From now on it offers nothing by itself. */
  settled(): void {
    if (!this.options.leads || this.mayOffer) return;
    this.mayOffer = true;
    if (this.again) void this.offer();
  }

  /** Takes what the other end says, one after the other. */
  hear(signal: Signal): Promise<void> {
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
    this.repeatLater(() => {
      if (connection.signalingState === 'have-local-offer') void this.makeOffer();
    });
  }

  private ask(restart: boolean): void {
    this.options.send({ type: 'ask', restart });
    this.repeatLater(() => {
      this.ask(restart);
    });
  }

  private async take(signal: Signal): Promise<void> {
    if (this.options.connection.signalingState === 'closed') return;
    if (signal.type === 'offer') await this.takeOffer(signal.negotiation, signal.sdp);
    else if (signal.type === 'answer') await this.takeAnswer(signal.negotiation, signal.sdp);
    else if (signal.type === 'ice') await this.takeCandidates(signal.candidates);
    else await this.takeAsking(signal.restart);
  }

  private async takeOffer(negotiation: number, sdp: string): Promise<void> {
    const { connection, beforeAnswer, send } = this.options;
    // An old one that was said again: the other end takes this end's own offer instead.
    if (this.offering || connection.signalingState !== 'stable') return;
    this.cancelRepeat();
    await connection.setRemoteDescription({ type: 'offer', sdp });
    beforeAnswer();
    await connection.setLocalDescription();
    send({ type: 'answer', negotiation, sdp: connection.localDescription?.sdp ?? '' });
    await this.takeEarlyCandidates();
  }

  private async takeAnswer(negotiation: number, sdp: string): Promise<void> {
    const { connection, leads } = this.options;
    const isAwaited = negotiation === this.number && connection.signalingState === 'have-local-offer';
    if (!isAwaited) return;
    this.cancelRepeat();
    await connection.setRemoteDescription({ type: 'answer', sdp });
    this.mayOffer = leads;
    await this.takeEarlyCandidates();
    if (this.again) await this.needed();
  }

  private async takeAsking(restart: boolean): Promise<void> {
    this.settled();
    if (restart) this.options.restartAsked();
    else await this.needed();
  }

  private async takeCandidates(candidates: readonly Candidate[]): Promise<void> {
    if (!this.options.connection.remoteDescription) this.early.push(...candidates);
    else for (const candidate of candidates) await this.takeCandidate(candidate);
  }

  private async takeEarlyCandidates(): Promise<void> {
    for (const candidate of this.early.splice(0)) await this.takeCandidate(candidate);
  }

  private async takeCandidate(candidate: Candidate): Promise<void> {
    // Those of a description that was never taken fit nothing here.
    await this.options.connection.addIceCandidate(candidate).catch(() => undefined);
  }

  /** One thing at a time waits for its answer. */
  private repeatLater(repeat: () => void): void {
    this.cancelRepeat();
    this.cancelRepeat = this.options.clock.after(answerWithinMs, repeat);
  }
}
