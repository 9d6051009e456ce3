import { skinTones, toneMark, type EmojiFile, type EmojiRow } from '../../apps/web/src/platform/emoji/emoji';

/** The fields that we read from an entry in `emojibase-data/<language>/data.json`. */
export interface SourceEmoji {
  readonly emoji: string;
  readonly label: string;
  readonly hexcode: string;
  readonly tags?: readonly string[];
  /** Absent for regional indicator letters, the parts of flags. */
  readonly group?: number;
  readonly order?: number;
  readonly skins?: readonly { readonly emoji: string; readonly tone: number | readonly number[] }[];
}

export interface SourceGroup {
  readonly order: number;
  readonly key: string;
  readonly message: string;
}

/** One or several shortcodes by hexcode. */
export type Shortcodes = Readonly<Record<string, string | readonly string[]>>;

/** Reduces emojibase's data to what the picker needs, a quarter of its size. */
export function slimmed(
  emojis: readonly SourceEmoji[],
  groups: readonly SourceGroup[],
  shortcodes: Shortcodes,
): EmojiFile {
  const ordered = emojis.toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0));
  return groups
    .toSorted((one, other) => one.order - other.order)
    .filter(({ key }) => key !== 'component') // Standalone skin tones and hair.
    .map(({ order, message }) => ({
      name: message.charAt(0).toUpperCase() + message.slice(1),
      emojis: ordered.filter(({ group }) => group === order).map((emoji) => rowOf(emoji, shortcodes)),
    }));
}

function rowOf(source: SourceEmoji, shortcodes: Shortcodes): EmojiRow {
  const codes = [shortcodes[source.hexcode] ?? []].flat().map((code) => `:${code}`);
  const nameWords = source.label.toLowerCase().split(/\s+/);
  const tags = (source.tags ?? []).join(' ').split(/\s+/);
  const words = [...new Set([...codes, ...tags])].filter((word) => word !== '' && !nameWords.includes(word)).join(' ');
  const row = [asRecommended(source.emoji), source.label, words] as const;
  return source.skins ? [...row, patternOf(source.label, source.skins)] : row;
}

/**
 * Removes variation selectors after characters that are emoji by default: emojibase writes some, Unicode's RGI list has
 * none.
 */
const asRecommended = (emoji: string): string =>
  /^\p{RGI_Emoji}$/v.test(emoji) ? emoji : emoji.replaceAll('\ufe0f', '');

/** Keeps, for emoji of several people, the variants in which all have the same tone. */
function patternOf(label: string, skins: NonNullable<SourceEmoji['skins']>): string {
  const patterns = skinTones.slice(1).map((modifier, index) => {
    const skin = skins.find(({ tone }) => [tone].flat().every((each) => each === index + 1));
    return asRecommended(skin?.emoji ?? '').replaceAll(modifier, toneMark);
  });
  const [pattern] = patterns;
  if (!pattern?.includes(toneMark) || patterns.some((other) => other !== pattern)) {
    throw new Error(`The skin tones of “${label}” follow no pattern.`);
  }
  return pattern;
}
