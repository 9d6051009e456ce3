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
 * Whether the user is muted and deafened on this device. The state belongs to the user, not to a call: it persists across
 * calls, page loads and sign-outs. Only the two toggles ever open the microphone.
 */
export class PersistedVoiceState {
  private readonly choices = signal<ReadonlyMap<UserId, VoiceChoice>>(new Map());
  private readonly voice = computed(() => {
    const userId = this.userId();
    return userId === null ? mutedByDefault : this.of(userId);
  });
  readonly deafened = computed(() => this.voice().deafened);
  readonly muted = computed(() => isMuted(this.voice()));
  /** As sent to the server. */
  readonly state = computed(() => toVoiceState(this.voice()), {
    equal: (a, b) => a.muted === b.muted && a.deafened === b.deafened,
  });
  private readonly changed = new Subject<void>();
  /** Emits synchronously, before rendering. */
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

  /** Applies a mute or deafen of another device. Never unmutes. */
  restrictTo(other: VoiceChoice): void {
    this.choose(mostRestrictive(this.voice(), other));
  }

  /**
   * Another tab of this browser stored a state. While this tab captures the microphone, another tab can mute it but never
   * unmute it.
   */
  storedElsewhere(key: string | null, text: string | null, isCapturing: boolean): void {
    const userId = this.userId();
    const other = parse(text);
    if (userId === null || key !== voiceKey(userId) || !other) return;
    this.apply(userId, isCapturing ? mostRestrictive(this.voice(), other) : other);
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

  /** Starts muted when storage does not work, because the user may have muted before. */
  private restored(userId: UserId): VoiceChoice {
    const text = this.storage.read(voiceKey(userId));
    const voice = text === undefined ? mutedByDefault : (parse(text) ?? unmuted);
    return this.storage.write(voiceKey(userId), serialize(voice)) ? voice : mostRestrictive(voice, mutedByDefault);
  }
}
