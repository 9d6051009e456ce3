/** A shortcode being written: the position of its colon, and the letters after it. */
export interface BegunEmoji {
  readonly start: number;
  readonly prefix: string;
}

/** Not after a letter, digit, colon or slash: `http://`, `10:30` and `std::` begin no emoji. */
const colon = '(?<![\\p{L}\\p{N}:/\\\\]):';
/** Fewer letters are an emoticon, such as `:D`. */
const begun = new RegExp(`${colon}([\\p{L}\\p{N}_+-]{2,32})$`, 'u');
const closed = new RegExp(`${colon}([\\p{L}\\p{N}_+-]{1,32}):$`, 'u');

/** The shortcode before the caret, if one is being written there and not in code. */
export const begunEmoji = (text: string, caret: number): BegunEmoji | null => found(begun, text, caret);

/** The complete shortcode before the caret, such as `:tada:`. */
export const closedEmoji = (text: string, caret: number): BegunEmoji | null => found(closed, text, caret);

/** The text with the emoji in place of the shortcode, and the new caret position. */
export function withEmoji(text: string, { start }: BegunEmoji, caret: number, emoji: string) {
  return { text: text.slice(0, start) + emoji + text.slice(caret), caret: start + emoji.length };
}

function found(pattern: RegExp, text: string, caret: number): BegunEmoji | null {
  const before = text.slice(0, caret);
  const match = pattern.exec(before.slice(-40));
  const prefix = match?.[1];
  return match && prefix !== undefined && !isInCode(before) ? { start: caret - match[0].length, prefix } : null;
}

/** Whether a text ends inside a block of code, or inside code on its last line. */
function isInCode(text: string): boolean {
  const fences = text.split('```');
  if (fences.length % 2 === 0) return true;
  const line = fences.at(-1)?.split('\n').at(-1) ?? '';
  return line.split('`').length % 2 === 0;
}
