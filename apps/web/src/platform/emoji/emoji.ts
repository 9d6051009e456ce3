/** An emoji as `emoji/<language>.json` lists it: itself, its name, its search words, and, if it has skin tones, a pattern. */
export type EmojiRow = readonly [emoji: string, name: string, words: string, toned?: string];

/** A file of emoji in one language; `tools/emoji.ts` writes it. */
export type EmojiFile = readonly { readonly name: string; readonly emojis: readonly EmojiRow[] }[];

/** Marks the position of the skin tone modifier in a pattern. */
export const toneMark = '*';

export interface Emoji {
  readonly emoji: string;
  readonly name: string;
  /** Shortcodes such as `:tada` and other search words, separated by spaces. */
  readonly words: string;
  /** The emoji with `toneMark` in place of the modifier; `null` if it has no skin tones. */
  readonly toned: string | null;
}

export interface EmojiGroup {
  readonly name: string;
  readonly emojis: readonly Emoji[];
}

/** None, then light to dark, in Unicode's order of its five modifiers. */
export const skinTones = ['', '🏻', '🏼', '🏽', '🏾', '🏿'] as const;
export type SkinTone = (typeof skinTones)[number];

/** The emoji in a skin tone, if it supports them. */
export const inTone = ({ emoji, toned }: Emoji, tone: SkinTone): string =>
  toned === null || tone === '' ? emoji : toned.replaceAll(toneMark, tone);

export const groupsIn = (file: EmojiFile): readonly EmojiGroup[] =>
  file.map(({ name, emojis }) => ({
    name,
    emojis: emojis.map(([emoji, called, words, toned = null]) => ({ emoji, name: called, words, toned })),
  }));
