import { skinTones, toneMark, type EmojiFile, type EmojiRow } from '../../apps/web/src/platform/emoji/emoji';

/** The fields that are read of an entry in `emojibase-data/<language>/data.json`. */
export interface SourceEmoji {
  readonly emoji: string;
  readonly label: string;
  readonly hexcode: string;
  readonly tags?: readonly string[];
  /** Absent in the letters that flags are made of. */
  readonly group?: number;
  readonly order?: number;
  readonly skins?: readonly { readonly emoji: string; readonly tone: number | readonly number[] }[];
}

export interface SourceGroup {
  readonly order: number;
  readonly key: string;
  readonly message: string;
}

/** Shortcodes by hexcode; one or several of each. */
export type Shortcodes = Readonly<Record<string, string | readonly string[]>>;

/** The part of emojibase's data that the picker needs: a quarter of its bytes. */
export function slimmed(
  emojis: readonly SourceEmoji[],
  groups: readonly SourceGroup[],
  shortcodes: Shortcodes,
): EmojiFile {
  const ordered = emojis.toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0));
  return groups
    .toSorted((one, other) => one.order - other.order)
    .filter(({ key }) => key !== 'component') // Skin tones and hair on their own.
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

/** Unicode recommends (RGI) no variation selector after what is an emoji by default; emojibase writes one after some. */
const asRecommended = (emoji: string): string =>
  /^\p{RGI_Emoji}$/v.test(emoji) ? emoji : emoji.replaceAll('\ufe0f', '');

/** Of people of several tones, those in which all have the same. */
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
