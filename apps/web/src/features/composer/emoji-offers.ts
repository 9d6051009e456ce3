import { computed, inject, Injector, linkedSignal, signal } from '@angular/core';
import { inTone, type Emoji } from '../../platform/emoji/emoji';
import { EmojiCatalogue } from '../../platform/emoji/emoji-catalogue';
import { EmojiHabits } from '../../platform/emoji/emoji-habits';
import { emojisNamed } from '../../platform/emoji/emoji-search';
import { popularEmojis } from '../../platform/emoji/recent-emojis';
import { begunEmoji, closedEmoji, withEmoji, type BegunEmoji } from './emoji-completion';

const maxOffered = 6;

interface Written {
  readonly text: string;
  readonly caret: number;
}

/**
 * Suggests emoji while the user types a shortcode such as `:smile`, and replaces a complete one. The emoji are loaded
 * with the first shortcode. Created by the composer, in its injection context.
 */
export class EmojiOffers {
  private readonly injector = inject(Injector);
  private readonly habits = inject(EmojiHabits);
  private readonly catalogue = signal<EmojiCatalogue | null>(null);
  private readonly begun = signal<BegunEmoji | null>(null);

  readonly offered = computed(() => {
    const begun = this.begun();
    if (!begun) return [];
    const familiar = [...this.habits.recent(), ...popularEmojis];
    const all = this.catalogue()?.all() ?? [];
    // Of shortcodes with as many letters, familiar emoji come first, and then the usual order: smiles before smirks.
    const places = new Map(all.map(({ emoji }, at) => [emoji, at]));
    const place = ({ emoji }: Emoji): number => (familiar.includes(emoji) ? -1 : (places.get(emoji) ?? all.length));
    return [...emojisNamed(begun.prefix, all, familiar)]
      .sort((one, other) => letters(one, begun.prefix) - letters(other, begun.prefix) || place(one) - place(other))
      .slice(0, maxOffered)
      .map((emoji) => ({ shown: inTone(emoji, this.habits.tone()), code: codeOf(emoji, begun.prefix), emoji }));
  });
  /** The index of the suggested emoji that Enter accepts. */
  readonly choice = linkedSignal({ source: this.begun, computation: () => 0 });

  /** Looks at what was written. Returns it with the emoji, if it ends in a complete shortcode. */
  look(text: string, caret: number): Written | null {
    const closed = closedEmoji(text, caret);
    this.begun.set(closed ? null : begunEmoji(text, caret));
    if (!closed && !this.begun()) return null;
    this.catalogue.set(this.injector.get(EmojiCatalogue));
    if (!closed) return null;
    const emoji = this.catalogue()
      ?.all()
      .find((each) => codesOf(each).includes(closed.prefix));
    return emoji ? withEmoji(text, closed, caret, this.used(emoji)) : null;
  }

  stop(): void {
    this.begun.set(null);
  }

  /** The text with the chosen emoji. `null` while no shortcode is being written. */
  complete(text: string, { emoji }: { readonly emoji: Emoji }): Written | null {
    const begun = this.begun();
    return begun && withEmoji(text, begun, begun.start + 1 + begun.prefix.length, `${this.used(emoji)} `);
  }

  /**
   * Handles a key while suggestions are shown.
   *
   * @param accept called with the emoji that the key accepts
   * @returns whether the key was handled
   */
  press(key: string, accept: (emoji: { readonly emoji: Emoji }) => void): boolean {
    const offered = this.offered();
    const chosen = offered[this.choice()];
    if (!chosen) return false;
    if (key === 'Escape') this.stop();
    else if (key === 'Enter' || key === 'Tab') accept(chosen);
    else if (key === 'ArrowDown') this.choice.update((at) => (at + 1) % offered.length);
    else if (key === 'ArrowUp') this.choice.update((at) => (at + offered.length - 1) % offered.length);
    else return false;
    return true;
  }

  private used(emoji: Emoji): string {
    const shown = inTone(emoji, this.habits.tone());
    this.habits.use(emoji.emoji, shown);
    return shown;
  }
}

const codesOf = ({ words }: Emoji): readonly string[] =>
  words.split(' ').flatMap((word) => (word.startsWith(':') ? [word.slice(1)] : []));

/** The letters of the shortest shortcode that begins as typed; very many if none does. */
const letters = (emoji: Emoji, prefix: string): number =>
  Math.min(
    ...codesOf(emoji)
      .filter((code) => code.startsWith(prefix))
      .map(({ length }) => length),
    Number.MAX_SAFE_INTEGER,
  );

/** The shortcode to show: the one being written, or the usual one. */
function codeOf(emoji: Emoji, prefix: string): string {
  const codes = codesOf(emoji);
  const code = codes.find((each) => each.startsWith(prefix)) ?? codes[0];
  return code === undefined ? emoji.name : `:${code}:`;
}
