import { computed, Injectable, signal } from '@angular/core';
import { Subject } from 'rxjs';
import { mediaDevices } from '../../../platform/browser/capabilities';
import { keepLocally, localObject } from '../../../platform/browser/local-store';

export type DeviceKind = 'audioinput' | 'videoinput' | 'audiooutput';

const storageKey = 'devchitchat devices';

/** Which devices there are, and which of them this browser shall use. */
@Injectable({ providedIn: 'root' })
export class Devices {
  private readonly media = mediaDevices();
  private readonly present = signal<readonly MediaDeviceInfo[]>([]);
  private readonly choices = signal(localObject<Choices>(storageKey));

  /** Browsers name devices only after one of them was allowed. */
  readonly microphones = computed(() => this.of('audioinput'));
  readonly cameras = computed(() => this.of('videoinput'));
  readonly speakers = computed(() => this.of('audiooutput'));

  private readonly changed = new Subject<void>();
  /** Something was plugged in or unplugged, and the list is up to date. */
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

  /** `null` leaves it to the browser; so does a device that is not plugged in. */
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
