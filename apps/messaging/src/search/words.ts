/**
 * Scripts without spaces between words, and Hangul, whose words take suffixes. Every character counts as a word, and a
 * search for several is a phrase. So any part of them is found, however short.
 */
const unspaced = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`;
const letter = String.raw`[\p{L}\p{N}\p{Co}]`;

/** A pictogram, a character of such a script, or a run of letters and digits; each with its combining marks. */
const wordPattern = new RegExp(
  String.raw`\p{Extended_Pictographic}|[${letter}&&[${unspaced}]]\p{M}*|[${letter}--[${unspaced}]][[${letter}\p{M}]--[${unspaced}]]*`,
  'gv',
);

const pictogram = /^\p{Extended_Pictographic}$/u;

/** Accents, vowel points and harakat, which people leave out. Excludes marks that form another letter, as in が. */
const optionalMarks = /[\p{Mn}&&[[\u0300-\u036f]\p{sc=Hebrew}\p{scx=Arabic}]]/gv;

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

/** Spells a pictogram, which the index does not treat as a letter, as a private-use character and its code point. */
const keyOf = (word: string): string =>
  pictogram.test(word) ? `\ue000${word.codePointAt(0)?.toString(36) ?? ''}` : folded(word);

/**
 * Maximum number of consecutive combining marks. Normalizing a run of them takes quadratic time, and members choose the
 * text; no language needs as many (Unicode's stream-safe format).
 */
const marksTogether = 30;
const tooManyMarks = new RegExp(String.raw`\p{M}{${marksTogether + 1}}`, 'u');
const streamSafe = new RegExp(String.raw`\P{M}*\p{M}{0,${marksTogether}}`, 'gu');

/** Normalizes to NFC, for the indexes and for queries, because some keyboards send `é` as two characters. */
export const composed = (text: string): string =>
  tooManyMarks.test(text) ? text.replaceAll(streamSafe, (piece) => piece.normalize('NFC')) : text.normalize('NFC');

/** The form in which texts are compared: without case and optional marks. */
export const folded = (text: string): string =>
  ascii.test(text) ? text.toLowerCase() : Array.from(composed(text), foldedCharacter).join('');

/** A folded text that maps each of its characters, and its end, to an index in the original. */
export interface FoldedText {
  readonly text: string;
  readonly positionOf: (at: number) => number;
}

/** Like `folded`, for snippets, which mark the match in the original text. Control characters become spaces. */
export function foldedWithPositions(text: string): FoldedText {
  // Character by character.
  if (ascii.test(text)) return { text: text.toLowerCase().replace(/\p{Cc}/gu, ' '), positionOf: (at) => at };
  const positions: number[] = [];
  let all = '';
  let position = 0;
  for (const character of text) {
    const fold = foldedCharacter(character);
    for (let unit = 0; unit < fold.length; unit++) positions.push(position);
    all += fold;
    position += character.length;
  }
  return { text: all, positionOf: (at) => positions[at] ?? text.length };
}

const unlike: Readonly<Record<string, string>> = { ß: 'ss', ς: 'σ' };

/** Composed again, because folding decomposes Hangul into letters. */
function foldedCharacter(character: string): string {
  const plain = character.normalize('NFD').replace(optionalMarks, '').normalize('NFC').toLowerCase();
  return unlike[plain] ?? plain.replace(/\p{Cc}/u, ' ');
}
