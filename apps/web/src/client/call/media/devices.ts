import { computed, Injectable, signal } from '@angular/core';
import { Subject } from 'rxjs';
import { mediaDevices } from '../../../platform/browser/capabilities';
import { keepLocally, localObject } from '../../../platform/browser/local-store';

export type DeviceKind = 'audioinput' | 'videoinput' | 'audiooutput';

const storageKey = 'devchitchat devices';

/** Connected media devices and the ones chosen in this browser. */
@Injectable({ providedIn: 'root' })
export class Devices {
  private readonly media = mediaDevices();
  private readonly present = signal<readonly MediaDeviceInfo[]>([]);
  private readonly choices = signal(localObject<Choices>(storageKey));

  /** Browsers list devices only after the user allowed one. */
  readonly microphones = computed(() => this.of('audioinput'));
  readonly cameras = computed(() => this.of('videoinput'));
  readonly speakers = computed(() => this.of('audiooutput'));

  private readonly changed = new Subject<void>();
  /** A device was connected or disconnected, and the lists are updated. */
  readonly changes = this.changed.asObservable();

  constructor() {
    this.media?.addEventListener('devicechange', () => {
      void this.refresh().then(() => {
        this.changed.next();
      });
    });
  }

  async refresh(): Promise<void> {
    this.present.set((await this.media?.enumerateDevices().catch(() => undefined)) ?? []);
  }

  /** `null` means the browser's default, also while the chosen device is not connected. */
  chosen(kind: DeviceKind): string | null {
    const chosen = this.choices()[kind];
    return chosen !== undefined && this.of(kind).some(({ deviceId }) => deviceId === chosen) ? chosen : null;
  }

  choose(kind: DeviceKind, deviceId: string | null): void {
    this.choices.update((before) => ({ ...before, [kind]: deviceId ?? undefined }));
    keepLocally(storageKey, JSON.stringify(this.choices()));
  }

  private of(kind: DeviceKind): readonly MediaDeviceInfo[] {
    return this.present().filter((device) => device.kind === kind && device.deviceId !== '');
  }
}

type Choices = Partial<Record<DeviceKind, string | undefined>>;
