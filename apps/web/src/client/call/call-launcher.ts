import { computed, inject, Injectable, signal } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { t } from '../../platform/language/t';
import { PersonScope } from '../session/person-scope';
import type { CallRuntime } from './session/call-runtime';
import { CurrentCall } from './state/current-call';

/** Loads the code of calls on demand and joins or leaves through it. */
@Injectable()
export class CallLauncher {
  private readonly scope = inject(PersonScope);
  private readonly runtime = signal<CallRuntime | null>(null);
  /** The code of calls is loaded and its components can be shown. */
  readonly isReady = computed(() => this.runtime() !== null);
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

  leave(): void {
    this.runtime()?.call.leave();
  }

  private async start(roomId: RoomId, takeOver: boolean): Promise<void> {
    if (this.currentCall.roomId() === roomId) return;
    this.currentCall.join(roomId);
    try {
      const runtime = await this.ready();
      if (this.currentCall.roomId() === roomId) await runtime.call.join(roomId, takeOver);
    } catch {
      const sentence = t('The call couldn’t be loaded. Check your connection or reload the page, then join again.');
      this.currentCall.end(roomId, { sentence });
    }
  }

  private async ready(): Promise<CallRuntime> {
    const { CallRuntime, callProviders } = await load();
    const known = this.runtime();
    if (known) return known;
    const runtime = this.scope.extend(callProviders).get(CallRuntime);
    this.runtime.set(runtime);
    return runtime;
  }
}

const load = () => import('./session/call-runtime');
