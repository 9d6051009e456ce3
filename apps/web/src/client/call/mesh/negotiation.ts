import type { Candidate } from '@devchitchat/contracts';
import type { Clock } from '../../../platform/time/clock';
import type { LinkSignal } from './signal';

/** Repeats an offer or request without an answer after this long: a signal was lost. */
const answerWithinMs = 5_000;
/** The follower requests an offer when the leader sent none within this time. */
const firstOfferWithinMs = 1_000;
/** Limit of candidates buffered until their description arrives. */
const maxEarlyCandidates = 100;

export interface NegotiationOptions {
  readonly connection: RTCPeerConnection;
  /** The leader makes every offer; the other end requests them. Exactly one end leads. */
  readonly leads: boolean;
  readonly send: (signal: LinkSignal) => void;
  /** Called after an offer is applied and before its answer is created. */
  readonly beforeAnswer: () => void;
  /** The other end requests an ICE restart. */
  readonly restartRequested: () => void;
  readonly clock: Clock;
}

/**
 * Perfect negotiation (WebRTC 1.0, section 10.7) without collisions. There, the polite end rolls its offer back when two
 * collide; Chromium then loses the receiver of incoming video. Here only the leader makes offers and the other end requests
 * them. An answer carries the number of its offer and each offer is applied once, so late, duplicated or reordered signals
 * have no effect. Lost signals are repeated.
 */
export class Negotiation {
  private offering = false;
  /** Something changed after the last offer. */
  private again = false;
  /** The number of the last offer made or applied. */
  private number = 0;
  /** Candidates that arrived before their description. */
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

  /** This end's tracks or directions differ from the negotiated ones. */
  async renegotiate(): Promise<void> {
    if (this.options.leads) await this.offer();
    else this.requestOffer(false);
  }

  /** Requests an ICE restart from the leader. */
  askForRestart(): void {
    this.requestOffer(true);
  }

  /** Repeats the unanswered offer. Returns false when there is none. */
  repeat(): boolean {
    if (this.options.connection.signalingState !== 'have-local-offer' || this.offering) return false;
    void this.makeOffer();
    return true;
  }

  /** Applies signals of the other end in order. */
  receive(signal: LinkSignal): Promise<void> {
    // A signal that cannot be applied counts as lost: the other end repeats it, or the link restarts.
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
    // Late or duplicated.
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

  /** Buffers a candidate that cannot be added yet: it may belong to the next description. */
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

  /** Replaces the scheduled repetition. */
  private repeatLater(repeat: () => void, milliseconds = answerWithinMs): void {
    this.cancelRepeat();
    this.cancelRepeat = this.options.clock.after(milliseconds, repeat);
  }
}
