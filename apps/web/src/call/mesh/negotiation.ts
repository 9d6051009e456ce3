import type { Candidate } from '@devchitchat/contracts';
import type { Clock } from './clock';
import type { Signal } from './signal';

/** An offer that nobody answered for so many milliseconds is made once more: it or its answer was lost on the way. */
const answerWithinMs = 5_000;

export interface NegotiationOptions {
  readonly connection: RTCPeerConnection;
  /** Gives way when both offer at once. Exactly one of the two does. */
  readonly polite: boolean;
  readonly send: (signal: Signal) => void;
  /** An offer is in, and its answer about to be made: what shall it say? */
  readonly beforeAnswer: () => void;
  readonly clock: Clock;
}

/**
 * Perfect negotiation (WebRTC 1.0, section 10.7), with two additions: an answer names the offer it answers, so that one
 * that comes late changes nothing, and a lost signal is made up for.
 */
export class Negotiation {
  private offering = false;
  /** Of the last offer of one's own. */
  private number = 0;
  /** Came before the description they belong to. */
  private early: Candidate[] = [];
  private heard: Promise<void> = Promise.resolve();
  private cancelRepeat = () => {};

  constructor(private readonly options: NegotiationOptions) {}

  /** Makes an offer of how things are now. */
  async offer(): Promise<void> {
    const { connection, send } = this.options;
    if (connection.signalingState === 'closed') return;
    this.offering = true;
    this.number += 1;
    const negotiation = this.number;
    try {
      await connection.setLocalDescription();
      const description = connection.localDescription;
      // The other one's offer may have come in between, and then this was an answer to it.
      if (description?.type !== 'offer') return;
      send({ type: 'offer', negotiation, sdp: description.sdp });
      this.repeatUnlessAnswered(negotiation);
    } finally {
      this.offering = false;
    }
  }

  /** Takes what the other end says, one after the other. */
  hear(signal: Signal): Promise<void> {
    // What does not fit is as good as lost: an offer is repeated, and a link that does not stand starts anew.
    this.heard = this.heard.then(() => this.take(signal)).catch(() => undefined);
    return this.heard;
  }

  close(): void {
    this.cancelRepeat();
  }

  private async take(signal: Signal): Promise<void> {
    if (this.options.connection.signalingState === 'closed') return;
    if (signal.type === 'offer') await this.takeOffer(signal.negotiation, signal.sdp);
    else if (signal.type === 'answer') await this.takeAnswer(signal.negotiation, signal.sdp);
    else await this.takeCandidates(signal.candidates);
  }

  private async takeOffer(negotiation: number, sdp: string): Promise<void> {
    const { connection, polite, beforeAnswer, send } = this.options;
    const collides = this.offering || connection.signalingState !== 'stable';
    if (collides && !polite) return;
    // Takes one's own offer back, if there is one.
    await connection.setRemoteDescription({ type: 'offer', sdp });
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
  }

  private async takeCandidates(candidates: readonly Candidate[]): Promise<void> {
    if (!this.options.connection.remoteDescription) this.early.push(...candidates);
    else for (const candidate of candidates) await this.takeCandidate(candidate);
  }

  private async takeEarlyCandidates(): Promise<void> {
    for (const candidate of this.early.splice(0)) await this.takeCandidate(candidate);
  }

  private async takeCandidate(candidate: Candidate): Promise<void> {
    // Those of an offer that was passed over or taken back fit nothing here.
    await this.options.connection.addIceCandidate(candidate).catch(() => undefined);
  }

  private repeatUnlessAnswered(negotiation: number): void {
    this.cancelRepeat();
    this.cancelRepeat = this.options.clock.after(answerWithinMs, () => {
      const { signalingState } = this.options.connection;
      if (signalingState === 'have-local-offer' && this.number === negotiation) void this.offer();
    });
  }
}
