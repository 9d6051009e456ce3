/**
 * Scripts without spaces between words, and Hangul, whose words take suffixes. Every character counts as a word, and a
 * search for several is a phrase. So any part of them is found, however short.
 */
const unspaced = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`;
const letter = String.raw`[\p{L}\p{N}\p{Co}]`;

/** Signs that mean something alone, as € and →. The signs of ASCII would be words of every line of code. */
const sign = String.raw`[[\p{Sc}\p{Sm}\p{So}§¶†‡•※]--[\x00-\x7f\uff00-\uff5e\ufffd]]`;

/** A flag, a sign, a character of such a script, or a run of letters and digits; each with its combining marks. */
const wordPattern = new RegExp(
  String.raw`\p{Regional_Indicator}{2}|\p{Extended_Pictographic}|${sign}|[${letter}&&[${unspaced}]]\p{M}*|[${letter}--[${unspaced}]][[${letter}\p{M}]--[${unspaced}]]*`,
  'gv',
);

const signs = /^[\p{Extended_Pictographic}\p{S}\p{P}]+$/u;

/**
 * Accents, vowel points and harakat, which people leave out, and what makes an emoji of a digit. Excludes marks that
 * form another letter, as in が.
 */
const optionalMarks = /[\p{M}&&[[\u0300-\u036f\u20e3]\p{Variation_Selector}\p{sc=Hebrew}\p{scx=Arabic}]]/gv;

const ascii = /^[\x00-\x7f]*$/; // eslint-disable-line no-control-regex -- all of ASCII is meant

export interface Word {
  /** The form in which words are compared. */
  readonly key: string;
  /** Its index in the text. */
  readonly start: number;
  readonly end: number;
}

/**
 * Splits a text into words. The text must be `composed`. ASCII texts, the majority, use a simpler and faster pattern
 * with the same result.
 */
export const wordsIn = (text: string): Word[] =>
  ascii.test(text) ? found(text.toLowerCase(), asciiWord, (word) => word) : found(text, wordPattern, keyOf);

const asciiWord = /[a-z0-9]+/g;

function found(text: string, pattern: RegExp, key: (word: string) => string): Word[] {
  const words: Word[] = [];
  for (const { 0: word, index } of text.matchAll(pattern))
    words.push({ key: key(word), start: index, end: index + word.length });
  return words;
}

/** Spells a sign, which the index does not treat as a letter, as a private-use character and its code points. */
function keyOf(word: string): string {
  const key = folded(word);
  if (!signs.test(key)) return key;
  return `\ue000${Array.from(word, (character) => character.codePointAt(0)?.toString(36)).join('\ue004')}`;
}

/**
 * Maximum number of consecutive combining marks. Normalizing a run of them takes quadratic time, and members choose the
 * text; no language needs as many (Unicode's stream-safe format).
 */
const marksTogether = 30;
const tooManyMarks = new RegExp(String.raw`\p{M}{${marksTogether + 1}}`, 'u');
const streamSafe = new RegExp(String.raw`\P{M}*\p{M}{0,${marksTogether}}`, 'gu');

/** Katakana of half width, whose marks are characters of their own. */
const halfWidth = /[\uff66-\uff9f]+/g;

/**
 * Normalizes to NFC, for the indexes and for queries, because some keyboards send `é` as two characters. Katakana of half
 * width becomes the usual one, since it is composed differently.
 */
export const composed = (text: string): string =>
  (tooManyMarks.test(text)
    ? text.replaceAll(streamSafe, (piece) => piece.normalize('NFC'))
    : text.normalize('NFC')
  ).replace(halfWidth, (kana) => kana.normalize('NFKC'));

/** The form in which texts are compared: without case, optional marks, and differences that only a font makes. */
export const folded = (text: string): string =>
  ascii.test(text) ? text.toLowerCase() : Array.from(composed(text), foldedCharacter).join('');

/** A folded text that maps each of its characters, and its end, to an index in the original. */
export interface FoldedText {
  readonly text: string;
  readonly positionOf: (at: number) => number;
  /** Where the original of the characters before this one ends: after a whole ligature. */
  readonly endOf: (at: number) => number;
}

/** Like `folded`, for snippets, which mark the match in the original text. Control characters become spaces. */
export function foldedWithPositions(text: string): FoldedText {
  if (ascii.test(text)) {
    const same = (at: number): number => at;
    return { text: text.toLowerCase().replace(/\p{Cc}/gu, ' '), positionOf: same, endOf: same };
  }
  const positions: number[] = [];
  const ends: number[] = [];
  let all = '';
  let position = 0;
  for (const character of text) {
    const fold = foldedCharacter(character);
    for (let unit = 0; unit < fold.length; unit++) {
      positions.push(position);
      ends.push(position + character.length);
    }
    all += fold;
    position += character.length;
  }
  return { text: all, positionOf: (at) => positions[at] ?? text.length, endOf: (at) => ends[at - 1] ?? 0 };
}

const unlike: Readonly<Record<string, string>> = { ß: 'ss', ς: 'σ' };

/** ASCII as it is typed between Chinese and Japanese. */
export const wide = /[\uff01-\uff5e]/;

const letterOrWide = /[\p{L}\p{N}\uff01-\uff5e]/u;

/** Letters and digits stay such, so that a text has the same words before and after: ½ becomes no fraction. */
const inLetters = new RegExp(String.raw`^(?:[[\p{L}\p{N}\p{M}]--[${unspaced}]]+|[${unspaced}])$`, 'v');

/** The characters for which one stands: `A` or `+` for a wide one, `fi` for a ligature, `2` for a superscript. */
function compatible(character: string): string {
  if (!letterOrWide.test(character)) return character;
  const usual = character.normalize('NFKC');
  return inLetters.test(usual) || wide.test(character) ? usual : character;
}

const symbol = /\p{S}/u;

/** Composed again, because folding decomposes Hangul into letters. */
function foldedCharacter(character: string): string {
  if (character < '\x80') return character < ' ' || character === '\x7f' ? ' ' : character.toLowerCase();
  if (symbol.test(character) && !wide.test(character)) return character;
  const plain = compatible(character).normalize('NFD').replace(optionalMarks, '').normalize('NFC').toLowerCase();
  return unlike[plain] ?? plain.replace(/\p{Cc}/u, ' ');
}
