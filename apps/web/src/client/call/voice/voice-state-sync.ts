import type { Reply, VoiceState } from '@devchitchat/contracts';
import type { Clock } from '../../../platform/time/clock';

/** Retries after this long, unless the refusal names a time. */
const retryMs = 1_000;

/**
 * Sends the mute and deafen state of this peer until the server has it: one command at a time, always the newest state.
 * The last reply carries the state the server has; events may still be in flight.
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

  /** A reply of the server lists this peer. */
  joined(known: VoiceState): void {
    this.known = known;
    void this.flush();
  }

  /** Stops sending until this peer joins again. */
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
      // This peer is not in the call. Joining again sends the state.
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
