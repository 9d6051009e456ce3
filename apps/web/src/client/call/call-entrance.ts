import {
  computed,
  createEnvironmentInjector,
  DestroyRef,
  EnvironmentInjector,
  inject,
  Injectable,
  InjectionToken,
  signal,
} from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { t } from '../../platform/language/t';
import type { CurrentCall } from './current-call';

/** The call of the signed-in person. To be injected only once it is loaded, as by what shows a call. */
export const currentCall = new InjectionToken<CurrentCall>('current call');

/**
 * The way into a call, and what the page around it has to know of it. It is there from the start; what a call itself takes
 * is loaded with the first one.
 */
@Injectable()
export class CallEntrance {
  private readonly scope = inject(EnvironmentInjector);
  private injector: EnvironmentInjector | undefined;
  private readonly loaded = signal<CurrentCall | null>(null);
  /** `currentCall` may be injected. */
  readonly isLoaded = computed(() => this.loaded() !== null);
  /** The room in whose call one is, or is about to be. */
  readonly roomId = signal<RoomId | null>(null);
  /** The room on the page, which shows its own call's stage. */
  readonly roomOnPage = signal<RoomId | null>(null);
  /** Why the last call ended without having been left. */
  readonly ended = signal<{ readonly roomId: RoomId; readonly sentence: string } | null>(null);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.injector?.destroy());
  }

  /** Loads what a call takes. Whoever points at the button mostly presses it. */
  prepare(): void {
    void load().catch(() => undefined);
  }

  /** The room in whose call the person is on another device; they are asked whether to move it here. */
  readonly elsewhere = signal<RoomId | null>(null);

  /** Enters a room's call, and leaves the one that one is in. To be called in a click. */
  enter(roomId: RoomId): Promise<void> {
    return this.go(roomId, false);
  }

  /** Takes the call over from the device on which the person is in it. To be called in a click. */
  moveHere(roomId: RoomId): Promise<void> {
    return this.go(roomId, true);
  }

  /** @throws where it is not loaded yet */
  get current(): CurrentCall {
    const call = this.loaded();
    if (!call) throw new Error('No call was entered yet.');
    return call;
  }

  private async go(roomId: RoomId, takeOver: boolean): Promise<void> {
    if (this.roomId() === roomId) return;
    this.ended.set(null);
    this.elsewhere.set(null);
    this.roomId.set(roomId);
    try {
      const { CurrentCall } = await load();
      if (this.roomId() !== roomId || this.scope.destroyed) return;
      this.injector ??= createEnvironmentInjector([CurrentCall], this.scope);
      const call = this.injector.get(CurrentCall);
      this.loaded.set(call);
      await call.join(roomId, takeOver);
    } catch {
      this.roomId.set(null);
      const sentence = t('The call could not be loaded. Look at your connection, or reload the page, then join again.');
      this.ended.set({ roomId, sentence });
    }
  }
}

const load = () => import('./current-call');
