/**
 * Scripts that put no space between words, and Hangul, whose words grow endings: every character counts as a word of its
 * own, and what is searched as that many words one after the other. So any part of them is found, however short.
 */
const unspaced = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`;
const letter = String.raw`[\p{L}\p{N}\p{Co}]`;

/** A pictogram, a character of such a script, or a run of letters and digits; each with the marks that go with it. */
const wordPattern = new RegExp(
  String.raw`\p{Extended_Pictographic}|[${letter}&&[${unspaced}]]\p{M}*|[${letter}--[${unspaced}]][[${letter}\p{M}]--[${unspaced}]]*`,
  'gv',
);

const pictogram = /^\p{Extended_Pictographic}$/u;

/** Accents, vowel points and harakat: people leave them out. Not the marks without which it is another letter, as in が. */
const optionalMarks = /[\p{Mn}&&[[\u0300-\u036f]\p{sc=Hebrew}\p{scx=Arabic}]]/gv;

const ascii = /^[\x00-\x7f]*$/; // eslint-disable-line no-control-regex -- all of ASCII is meant

export interface Word {
  /** As words are compared. */
  readonly key: string;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

/** A text's words. The text must be `composed`. Most texts are ASCII, where a simpler pattern finds the same, sooner. */
export const wordsIn = (text: string): Word[] =>
  ascii.test(text) ? found(text.toLowerCase(), asciiWord, (word) => word) : found(text, wordPattern, keyOf);

const asciiWord = /[a-z0-9]+/g;

function found(text: string, pattern: RegExp, key: (word: string) => string): Word[] {
  const words: Word[] = [];
  for (const { 0: word, index } of text.matchAll(pattern))
    words.push({ key: key(word), start: index, end: index + word.length });
  return words;
}

/** A pictogram is no letter to the index, so that it is spelled: a private-use character, and its number. */
const keyOf = (word: string): string =>
  pictogram.test(word) ? `\ue000${word.codePointAt(0)?.toString(36) ?? ''}` : folded(word);

/**
 * Marks on one letter that are put in order together. To order a run of them takes time with the square of its length, and
 * a member chooses it; no language needs as many (Unicode calls this the stream-safe format).
 */
const marksTogether = 30;
const tooManyMarks = new RegExp(String.raw`\p{M}{${marksTogether + 1}}`, 'u');
const streamSafe = new RegExp(String.raw`\P{M}*\p{M}{0,${marksTogether}}`, 'gu');

/** Some keyboards send `é` as two characters: one form of a text, for the indexes and for what is searched in them. */
export const composed = (text: string): string =>
  tooManyMarks.test(text) ? text.replaceAll(streamSafe, (piece) => piece.normalize('NFC')) : text.normalize('NFC');

/** Without case and what people leave out, as texts are compared. */
export const folded = (text: string): string =>
  ascii.test(text) ? text.toLowerCase() : Array.from(composed(text), foldedCharacter).join('');

/** A folded text that knows where in the text each of its characters, and its end, came from. */
export interface FoldedText {
  readonly text: string;
  readonly placeOf: (at: number) => number;
}

export function foldedWithPlaces(text: string): FoldedText {
  // Letter for letter.
  if (ascii.test(text)) return { text: text.toLowerCase().replace(/\p{Cc}/gu, ' '), placeOf: (at) => at };
  const places: number[] = [];
  let all = '';
  let place = 0;
  for (const character of text) {
    const fold = foldedCharacter(character);
    for (let unit = 0; unit < fold.length; unit++) places.push(place);
    all += fold;
    place += character.length;
  }
  return { text: all, placeOf: (at) => places[at] ?? text.length };
}

const unlike: Readonly<Record<string, string>> = { ß: 'ss', ς: 'σ' };

/** Composed again, because Hangul falls apart into letters. */
function foldedCharacter(character: string): string {
  const plain = character.normalize('NFD').replace(optionalMarks, '').normalize('NFC').toLowerCase();
  return unlike[plain] ?? plain.replace(/\p{Cc}/u, ' ');
}
