import { inject, Injectable, Injector } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { t } from '../../platform/language/t';
import { CurrentCall } from './state/current-call';

/** Loads the code of calls on demand and joins or leaves through it. */
@Injectable({ providedIn: 'root' })
export class CallLauncher {
  private readonly injector = inject(Injector);
  private readonly currentCall = inject(CurrentCall);

  /** Loads the code ahead of a probable click. */
  prefetch(): void {
    void load().catch(() => undefined);
  }

  /** Joins a room's call and leaves the current one. Call it in a click handler: audio playback needs a user gesture. */
  join(roomId: RoomId): Promise<void> {
    return this.start(roomId, false);
  }

  /** Joins and disconnects the device on which the user is in this call. Call it in a click handler. */
  moveHere(roomId: RoomId): Promise<void> {
    return this.start(roomId, true);
  }

  async leave(): Promise<void> {
    const { CallRuntime } = await load();
    this.injector.get(CallRuntime).call.leave();
  }

  private async start(roomId: RoomId, takeOver: boolean): Promise<void> {
    if (this.currentCall.roomId() === roomId) return;
    this.currentCall.join(roomId);
    try {
      const { CallRuntime } = await load();
      if (this.currentCall.roomId() === roomId) await this.injector.get(CallRuntime).call.join(roomId, takeOver);
    } catch {
      const sentence = t('The call could not be loaded. Look at your connection, or reload the page, then join again.');
      this.currentCall.end(roomId, { sentence });
    }
  }
}

const load = () => import('./session/call-runtime');
