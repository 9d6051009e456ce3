import { computed, signal } from '@angular/core';
import type { UserId } from '@devchitchat/contracts';
import { Subject } from 'rxjs';
import type { SmallStorage } from './small-storage';
import {
  closedBy,
  deafenToggled,
  isMuted,
  muteToggled,
  open,
  read,
  toldOf,
  unknown,
  written,
  type Voice,
} from './voice';

export const voiceKey = (userId: UserId): string => `devchitchat voice ${userId}`;

/**
 * Whether the person at this device is muted and deafened. It belongs to them, not to a call: it outlives calls, pages and
 * sign-outs, and only the two toggles ever open the microphone.
 */
export class KeptVoice {
  private readonly chosen = signal<ReadonlyMap<UserId, Voice>>(new Map());
  private readonly voice = computed(() => {
    const userId = this.person();
    return userId === null ? unknown : this.of(userId);
  });
  readonly deafened = computed(() => this.voice().deafened);
  readonly muted = computed(() => isMuted(this.voice()));
  /** As the others are told. */
  readonly state = computed(() => toldOf(this.voice()), {
    equal: (a, b) => a.muted === b.muted && a.deafened === b.deafened,
  });
  private readonly heardChanges = new Subject<void>();
  /** Heard at once, before anything is drawn. */
  readonly changes = this.heardChanges.asObservable();

  constructor(
    private readonly person: () => UserId | null,
    private readonly storage: SmallStorage,
  ) {}

  toggleMute(): void {
    this.choose(muteToggled(this.voice()));
  }

  toggleDeafen(): void {
    this.choose(deafenToggled(this.voice()));
  }

  /** The person is muted or deafened at another device: so they are here. Opens nothing. */
  closeAs(other: Voice): void {
    this.choose(closedBy(this.voice(), other));
  }

  /**
   * Another tab of this browser kept something. While this one has the microphone it lets itself be closed, but not opened,
   * by what somebody did out of its sight.
   */
  keptElsewhere(key: string | null, text: string | null, hasMicrophone: boolean): void {
    const userId = this.person();
    const other = read(text);
    if (userId === null || key !== voiceKey(userId) || !other) return;
    this.hold(userId, hasMicrophone ? closedBy(this.voice(), other) : other);
  }

  private choose(voice: Voice): void {
    const userId = this.person();
    if (userId === null) return;
    this.storage.write(voiceKey(userId), written(voice));
    this.hold(userId, voice);
  }

  private hold(userId: UserId, voice: Voice): void {
    this.chosen.update((before) => new Map(before).set(userId, voice));
    this.heardChanges.next();
  }

  private of(userId: UserId): Voice {
    return this.chosen().get(userId) ?? this.recalled(userId);
  }

  /** Whoever cannot be remembered may have been muted: they start muted. A storage that takes nothing remembers nobody. */
  private recalled(userId: UserId): Voice {
    const text = this.storage.read(voiceKey(userId));
    const voice = text === undefined ? unknown : (read(text) ?? open);
    return this.storage.write(voiceKey(userId), written(voice)) ? voice : closedBy(voice, unknown);
  }
}
