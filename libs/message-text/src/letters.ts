/** One letter (with the marks that follow it) or digit, as the source of a regular expression with the `u` flag. */
const letter = String.raw`(?:[\p{L}\p{N}]|(?!\p{Variation_Selector})[\p{Mn}\p{Mc}])`;

/**
 * Scripts whose words touch names and addresses: those written without blanks, and those with prefixes or endings that
 * are written onto a name.
 */
const touching = `[${[
  'Hani',
  'Hira',
  'Kana',
  'Bopo',
  'Yiii',
  'Hang',
  'Thai',
  'Laoo',
  'Khmr',
  'Mymr',
  'Tibt',
  'Arab',
  'Hebr',
]
  .map((script) => String.raw`\p{scx=${script}}`)
  .join('')}]`;

/** A letter or digit of a script that separates a name from other words, as the source of a regular expression. */
const separate = `(?!${touching})${letter}`;

/**
 * The `@` of a mention, as the source of a regular expression with the `u` flag: after these characters it belongs to a
 * word, a mail address or the path of an address.
 */
export const mentionStart = String.raw`(?<!${separate}[_+]*|[@./-])@`;

/**
 * The rest of a name that is longer than a handle, or belongs to another server: `@bobé`, `@bob@social.example`,
 * `@bob.social.example`.
 */
export const nameGoesOn = String.raw`[_-]*${separate}|@[\p{L}\p{N}]|(?:\.[a-zA-Z\d-]{1,63}){2}`;

/** The end of a word of a touching script, as in `请@bob`. */
export const touchingEnd = `(?<=${touching})`;

/** Where a host of Latin letters ends because a word of a touching script follows: `https://a.example看`. */
export const hostBeforeWord = new RegExp(`[a-zA-Z\\d](?=${touching})`, 'u');

const word = new RegExp(`^(?:${letter}|_)`, 'u');

/** Whether the character at a position, or the one before it, belongs to a word. */
export const isWordAt = (text: string, at: number): boolean => word.test(text.slice(at, at + 2));
export const isWordBefore = (text: string, at: number): boolean =>
  word.test(Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? '');

/** A text without these characters at its end. */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
