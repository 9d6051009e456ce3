import * as z from 'zod';
import { problems } from './problems';

/** The length of `text` in bytes of UTF-8; works in every runtime, without copying it. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      bytes += 4;
      i++;
    } else bytes += 3;
  }
  return bytes;
}

/**
 * A text of at most `max` bytes of UTF-8 with a visible character. A lone surrogate becomes U+FFFD here, because
 * it would on its way to disk, and live and stored text must be equal.
 */
export const textUpTo = (max: number) => textOrNothing(max).refine((text) => hasInk(text), { message: problems.empty });

/** Like `textUpTo`, and also a text without a visible character. */
export const textOrNothing = (max: number) =>
  z
    .string()
    .overwrite((text) => text.toWellFormed())
    .refine((text) => utf8Length(text) <= max, {
      message: problems.too_many_bytes,
      params: { limit: max },
      abort: true,
    });

/**
 * Whether a text has a visible character. Most invisible characters have a Unicode property: fillers, tags, format
 * characters. The rest are blank, but Unicode counts them as symbols and letters: the blank Braille pattern, the null
 * notehead, the blank hieroglyphs, the Khitan filler, and the object replacement character.
 */
export const hasInk = (text: string): boolean => text.replace(blank, '') !== '';

const blank =
  /[\u{16fe4}\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}\u2800\ufffc\u{1d159}\u{13441}\u{13442}]+/gu;

/**
 * Control characters, line breaks, lone surrogates, and characters that are invisible or change the direction, so that
 * a name could pose as another. Joiners and variation selectors are allowed as parts of letters and emoji, tags as
 * parts of flags.
 */
export const invisible =
  /[\u{16fe4}\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u2800\ufff9-\ufffc\u{1d159}\u{13430}-\u{13442}]|(?![\u200c\u200d\p{Variation_Selector}]|(?<=\u{1f3f4}[\u{e0020}-\u{e007e}]{0,6})[\u{e0020}-\u{e007f}])\p{Default_Ignorable_Code_Point}/u;

/** Letters that no joiner changes. In scripts such as Persian's and Hindi's one decides the form of its neighbours. */
const unjoined = String.raw`\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Armenian}\p{sc=Georgian}\p{sc=Hebrew}\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Inherited}\p{sc=Common}`;
const joined = String.raw`(?![${unjoined}])[\p{L}\p{M}]`;
const pictogram = String.raw`[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]`;

/** Joiners that join nothing, and variation selectors of nothing. With them, two names would look alike. */
export const idle = new RegExp(
  [
    String.raw`\u200c(?!(?<=${joined}.)${joined})`,
    // A letter of Sinhala or Malayalam may end in one.
    String.raw`\u200d(?!(?<=${joined}.)${joined}|(?<=(?![${unjoined}])\p{M}.)|(?<=${pictogram}.)\p{Extended_Pictographic})`,
    String.raw`\p{Variation_Selector}(?<![\p{S}\p{P}\p{Emoji}\p{sc=Han}\p{sc=Mongolian}\p{sc=Myanmar}\p{sc=Phags_Pa}\p{sc=Hiragana}\p{sc=Katakana}].)`,
  ].join('|'),
  'gu',
);

/** Whether something of a name can be seen and told apart: marks without a letter and private characters cannot. */
export const hasBase = (text: string): boolean => /[^\p{M}\p{Co}\p{Cn}]/u.test(text.replace(blank, ''));

/** More marks than any script stacks on one letter. They would cover the lines above and below. */
export const tooManyMarks = /(?:\p{M}[\u200c\u200d]*){8}/u;

/** One line for a name or a note, trimmed, `min` to `max` characters. */
export const line = (min: number, max: number) =>
  z
    .string()
    .overwrite((text) => text.replace(idle, ''))
    .trim()
    .min(min)
    .max(max)
    .refine((text) => text === '' || hasBase(text), { message: problems.empty })
    .refine((text) => !invisible.test(text), { message: problems.invisible })
    .refine((text) => !tooManyMarks.test(text), { message: problems.marks });
