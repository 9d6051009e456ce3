import { DestroyRef, effect, inject, Injectable, signal } from '@angular/core';
import type { Room, RoomId } from '@devchitchat/contracts';
import { systemNotifications } from '../../platform/browser/capabilities';
import { injectDestroySignal } from '../../platform/browser/destroy-signal';
import { keepLocally, localObject, onLocalChange } from '../../platform/browser/local-store';
import { usualLevel, type NotificationLevel, type Quiet } from './notice-policy';

const storageKey = 'devchitchat notifications';

interface Chosen {
  readonly on: boolean;
  readonly quiet: Quiet;
  readonly levels: Readonly<Record<RoomId, NotificationLevel>>;
}

const nothingChosen: Chosen = { on: false, quiet: null, levels: {} };

/** Decides when this device notifies its user (docs/decisions/0030-notification-settings-per-device.md). */
@Injectable()
export class NotificationSettings {
  private readonly chosen = signal<Chosen>(stored());

  constructor() {
    onLocalChange(storageKey, () => this.chosen.set(stored()), injectDestroySignal());
    inject(DestroyRef).onDestroy(() => {
      keepLocally(storageKey, null);
    });
    effect(() => {
      keepLocally(storageKey, JSON.stringify(this.chosen()));
    });
  }

  /** The user turned notifications on, and the browser allows them. */
  isOn(): boolean {
    return this.chosen().on && permission() === 'granted';
  }

  quiet(): Quiet {
    return this.chosen().quiet;
  }

  levelOf({ roomId, kind }: Pick<Room, 'roomId' | 'kind'>): NotificationLevel {
    return this.chosen().levels[roomId] ?? usualLevel(kind);
  }

  chooseLevel(roomId: RoomId, level: NotificationLevel): void {
    this.change({ levels: { ...this.chosen().levels, [roomId]: level } });
  }

  chooseQuiet(quiet: Quiet): void {
    this.change({ quiet });
  }

  /** Requests the browser's permission, after a click of the user. Resolves to whether it was granted. */
  async turnOn(): Promise<boolean> {
    const may =
      (await systemNotifications()
        ?.requestPermission()
        .catch(() => 'denied')) === 'granted';
    this.change({ on: may });
    return may;
  }

  turnOff(): void {
    this.change({ on: false });
  }

  private change(change: Partial<Chosen>): void {
    this.chosen.update((before) => ({ ...before, ...change }));
  }
}

/** `unavailable`: the browser does not support them, or not over plain HTTP. */
export const permission = (): NotificationPermission | 'unavailable' =>
  systemNotifications()?.permission ?? 'unavailable';

const stored = (): Chosen => ({ ...nothingChosen, ...localObject<Chosen>(storageKey) });
