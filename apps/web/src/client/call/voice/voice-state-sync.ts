import type { Reply, VoiceState } from '@devchitchat/contracts';
import type { Clock } from '../../../platform/time/clock';

/** Milliseconds before it is told again, where the refusal names no time. */
const retryMs = 1_000;

/**
 * Tells the server whether this peer is muted or deafened, until it knows: one thing at a time, and always the newest. What
 * the server said or took last decides what it knows, not an event of it that may still be on its way.
 */
export class VoiceStateSync {
  private known: VoiceState | null = null;
  private isSending = false;

  constructor(
    private desired: VoiceState,
    private readonly send: (voice: VoiceState) => Promise<Reply<unknown>>,
    private readonly clock: Clock,
  ) {}

  get voice(): VoiceState {
    return this.desired;
  }

  set(voice: VoiceState): void {
    this.desired = voice;
    void this.flush();
  }

  /** The server named this peer in an answer. */
  joined(known: VoiceState): void {
    this.known = known;
    void this.flush();
  }

  /** Nothing is told any more, until this peer enters again. */
  left(): void {
    this.known = null;
  }

  private async flush(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    while (this.known && !isSame(this.known, this.desired)) {
      const voice = this.desired;
      const reply = await this.send(voice);
      if (reply.ok) this.known &&= voice;
      else if (reply.error.retryable) await this.pause(reply.error.retryAfterMs ?? retryMs);
      // It is not in the call; entering it says this too.
      else this.known = null;
    }
    this.isSending = false;
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.clock.after(milliseconds, resolve);
    });
  }
}

const isSame = (a: VoiceState, b: VoiceState): boolean => a.muted === b.muted && a.deafened === b.deafened;
