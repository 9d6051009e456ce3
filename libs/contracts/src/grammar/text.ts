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
export const textUpTo = (max: number) =>
  z
    .string()
    .overwrite((text) => text.toWellFormed())
    .refine((text) => utf8Length(text) <= max, {
      message: problems.too_many_bytes,
      params: { limit: max },
      abort: true,
    })
    .refine(hasInk, { message: problems.empty });

/**
 * Whether a text has a visible character. Most invisible characters have a Unicode property: fillers, tags, format
 * characters. The rest are blank, but Unicode counts them as symbols and letters: the blank Braille pattern, the null
 * notehead, the blank hieroglyphs, the Khitan filler, and the object replacement character.
 */
export function hasInk(text: string): boolean {
  return /[^\u{16fe4}\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}\u2800\ufffc\u{1d159}\u{13441}\u{13442}]/u.test(
    text,
  );
}

/**
 * Control characters, line breaks, lone surrogates, and characters that are invisible or change the direction, so that
 * a name could pose as another. Joiners and variation selectors are allowed as parts of letters and emoji, tags as
 * parts of flags.
 */
const invisible =
  /[\u{16fe4}\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u2800\ufff9-\ufffc\u{1d159}\u{13430}-\u{13442}]|(?![\u200c\u200d\p{Variation_Selector}]|(?<=\u{1f3f4}[\u{e0020}-\u{e007e}]{0,6})[\u{e0020}-\u{e007f}])\p{Default_Ignorable_Code_Point}/u;

/** More marks than any script stacks on one letter. They would cover the lines above and below. */
const tooManyMarks = /(?:\p{M}[\u200c\u200d]*){8}/u;

/** One line for a name or a note, trimmed, `min` to `max` characters. */
export const line = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine((text) => text === '' || hasInk(text), { message: problems.empty })
    .refine((text) => !invisible.test(text), { message: problems.invisible })
    .refine((text) => !tooManyMarks.test(text), { message: problems.marks });
