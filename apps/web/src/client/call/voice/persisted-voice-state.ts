import { computed, signal } from '@angular/core';
import type { UserId } from '@devchitchat/contracts';
import { Subject } from 'rxjs';
import type { KeyValueStorage } from './key-value-storage';
import {
  mostRestrictive,
  deafenToggled,
  isMuted,
  muteToggled,
  unmuted,
  parse,
  toVoiceState,
  mutedByDefault,
  serialize,
  type VoiceChoice,
} from './voice-choice';

export const voiceKey = (userId: UserId): string => `devchitchat voice ${userId}`;

/**
 * Whether the person at this device is muted and deafened. It belongs to them, not to a call: it outlives calls, pages and
 * sign-outs, and only the two toggles ever open the microphone.
 */
export class PersistedVoiceState {
  private readonly choices = signal<ReadonlyMap<UserId, VoiceChoice>>(new Map());
  private readonly voice = computed(() => {
    const userId = this.userId();
    return userId === null ? mutedByDefault : this.of(userId);
  });
  readonly deafened = computed(() => this.voice().deafened);
  readonly muted = computed(() => isMuted(this.voice()));
  /** As the others are told. */
  readonly state = computed(() => toVoiceState(this.voice()), {
    equal: (a, b) => a.muted === b.muted && a.deafened === b.deafened,
  });
  private readonly changed = new Subject<void>();
  /** Heard at once, before anything is drawn. */
  readonly changes = this.changed.asObservable();

  constructor(
    private readonly userId: () => UserId | null,
    private readonly storage: KeyValueStorage,
  ) {}

  toggleMute(): void {
    this.choose(muteToggled(this.voice()));
  }

  toggleDeafen(): void {
    this.choose(deafenToggled(this.voice()));
  }

  /** The person is muted or deafened at another device: so they are here. Opens nothing. */
  restrictTo(other: VoiceChoice): void {
    this.choose(mostRestrictive(this.voice(), other));
  }

  /**
   * Another tab of this browser kept something. While this one has the microphone it lets itself be closed, but not opened,
   * by what somebody did out of its sight.
   */
  storedElsewhere(key: string | null, text: string | null, hasMicrophone: boolean): void {
    const userId = this.userId();
    const other = parse(text);
    if (userId === null || key !== voiceKey(userId) || !other) return;
    this.apply(userId, hasMicrophone ? mostRestrictive(this.voice(), other) : other);
  }

  private choose(voice: VoiceChoice): void {
    const userId = this.userId();
    if (userId === null) return;
    this.storage.write(voiceKey(userId), serialize(voice));
    this.apply(userId, voice);
  }

  private apply(userId: UserId, voice: VoiceChoice): void {
    this.choices.update((before) => new Map(before).set(userId, voice));
    this.changed.next();
  }

  private of(userId: UserId): VoiceChoice {
    return this.choices().get(userId) ?? this.restored(userId);
  }

  /** Whoever cannot be remembered may have been muted: they start muted. A storage that takes nothing remembers nobody. */
  private restored(userId: UserId): VoiceChoice {
    const text = this.storage.read(voiceKey(userId));
    const voice = text === undefined ? mutedByDefault : (parse(text) ?? unmuted);
    return this.storage.write(voiceKey(userId), serialize(voice)) ? voice : mostRestrictive(voice, mutedByDefault);
  }
}
