/** An emoji as `emoji/<language>.json` lists it: itself, its name, words to find it by, and, where it has skin tones, a pattern. */
export type EmojiRow = readonly [emoji: string, name: string, words: string, toned?: string];

/** A file of emoji in one language; `tools/emoji.ts` writes it. */
export type EmojiFile = readonly { readonly name: string; readonly emojis: readonly EmojiRow[] }[];

/** In the pattern of a toned emoji, where the skin tone modifier goes. */
export const toneMark = '*';

export interface Emoji {
  readonly emoji: string;
  readonly name: string;
  /** Shortcodes such as `:tada` and other words people look for, separated by spaces. */
  readonly words: string;
  /** The emoji with `toneMark` in place of the modifier; `null` if it has no skin tones. */
  readonly toned: string | null;
}

export interface EmojiGroup {
  readonly name: string;
  readonly emojis: readonly Emoji[];
}

/** None, then light to dark, as Unicode orders its five modifiers. */
export const skinTones = ['', '🏻', '🏼', '🏽', '🏾', '🏿'] as const;
export type SkinTone = (typeof skinTones)[number];

/** The emoji in a skin tone, where it comes in one. */
export const inTone = ({ emoji, toned }: Emoji, tone: SkinTone): string =>
  toned === null || tone === '' ? emoji : toned.replaceAll(toneMark, tone);

export const groupsIn = (file: EmojiFile): readonly EmojiGroup[] =>
  file.map(({ name, emojis }) => ({
    name,
    emojis: emojis.map(([emoji, called, words, toned = null]) => ({ emoji, name: called, words, toned })),
  }));
