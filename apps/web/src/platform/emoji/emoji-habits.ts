import { computed, Injectable, signal } from '@angular/core';
import { keepLocally, localObject } from '../browser/local-store';
import { emojiHabitsKey } from './forget-emoji-habits';
import { skinTones, type SkinTone } from './emoji';
import { popularEmojis, withRecent } from './recent-emojis';

/** The number of reactions that are one click away. */
const quickCount = 3;

interface Habits {
  readonly tone: SkinTone;
  /** The emoji used last, latest first, without skin tones. */
  readonly recent: readonly string[];
  /** Their last form, for those that were used in a skin tone. */
  readonly toned: Readonly<Record<string, string>>;
}

/**
 * A person's usual emoji and skin tone on this device. Another person in the same browser has habits of their own: a room's
 * page provides those of the signed-in person.
 */
@Injectable({ providedIn: 'root', useFactory: () => new EmojiHabits('nobody') })
export class EmojiHabits {
  private readonly key: string;
  private readonly habits = signal<Habits>({ tone: '', recent: [], toned: {} });

  readonly tone = computed(() => this.habits().tone);
  readonly recent = computed(() => this.habits().recent);
  /** The reactions to offer first: the latest ones, and popular ones until there are enough. */
  readonly quick = computed(() => {
    const { recent, toned } = this.habits();
    return [...new Set([...recent, ...popularEmojis])].slice(0, quickCount).map((emoji) => toned[emoji] ?? emoji);
  });

  /** @param owner the id of the person */
  constructor(owner: string) {
    this.key = emojiHabitsKey(owner);
    const { tone, recent, toned } = localObject<Habits>(this.key);
    this.habits.set({
      tone: skinTones.find((known) => known === tone) ?? '',
      recent: Array.isArray(recent) ? recent : [],
      toned: toned ?? {},
    });
  }

  /** @param shown the emoji in the skin tone in which it was used */
  use(emoji: string, shown = emoji): void {
    const recent = withRecent(this.recent(), emoji);
    const toned = { ...this.habits().toned, [emoji]: shown };
    const kept = Object.entries(toned).filter(([base, form]) => base !== form && recent.includes(base));
    this.keep({ recent, toned: Object.fromEntries(kept) });
  }

  /** A quick reaction was used, which has its skin tone already. */
  repeat(shown: string): void {
    const [base = shown] = Object.entries(this.habits().toned).find(([, form]) => form === shown) ?? [];
    this.use(base, shown);
  }

  chooseTone(tone: SkinTone): void {
    this.keep({ tone });
  }

  private keep(change: Partial<Habits>): void {
    this.habits.update((before) => ({ ...before, ...change }));
    keepLocally(this.key, JSON.stringify(this.habits()));
  }
}
