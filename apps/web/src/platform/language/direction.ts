/** The scripts that are written from right to left, and the marks and controls that say so. */
const rightToLeft =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const strong = /[\p{L}\u200e\u200f]/u;

/**
 * A name or text as a part of a sentence: between Unicode's isolates if it may be written from right to left, so that
 * it never reorders the words beside it. Elements have `dir="auto"` or are a `<bdi>` instead.
 */
export const isolated = (text: string): string => (rightToLeft.test(text) ? `\u2068${text}\u2069` : text);

/** Mentions, addresses and code stand in a text without being of its language. */
const foreign = /```[^]*?(?:```|$)|`[^`\n]+`|(?<![\p{L}\p{N}_])@[\w-]+|https?:\/\/\S+/gu;

const firstDirection = (line: string): 'ltr' | 'rtl' | null => {
  const letter = strong.exec(line)?.[0];
  if (letter === undefined) return null;
  return rightToLeft.test(letter) ? 'rtl' : 'ltr';
};

/**
 * The `dir` of a field in which a message is written. `auto` decides each line by its first letter, as browsers do; but
 * "@ada שלום" is written from right to left, because nobody chooses the letters of a mention or an address.
 */
export function directionOf(text: string): 'auto' | 'ltr' | 'rtl' {
  if (!rightToLeft.test(text)) return 'auto';
  const said = text.replace(foreign, (part) => part.replace(/[^\n]/gu, ' ')).split('\n');
  const isPlain = text.split('\n').every((line, at) => firstDirection(line) === firstDirection(said[at] ?? ''));
  if (isPlain) return 'auto';
  return said.map(firstDirection).find((direction) => direction !== null) ?? 'ltr';
}
