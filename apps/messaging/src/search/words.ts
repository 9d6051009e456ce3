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

/** Splits a text into words. ASCII texts, the majority, use a simpler and faster pattern with the same result. */
export function wordsIn(text: string): Word[] {
  if (ascii.test(text)) return wordsInFolded(text.toLowerCase());
  const { text: plain, positionOf, endOf } = foldedWithPositions(text);
  return wordsInFolded(plain).map(({ key, start, end }) => ({ key, start: positionOf(start), end: endOf(end) }));
}

/** Splits a text that is `folded` already. */
export const wordsInFolded = (text: string): Word[] =>
  ascii.test(text) ? found(text, asciiWord, (word) => word) : found(text, wordPattern, keyOf);

function found(text: string, pattern: RegExp, key: (word: string) => string): Word[] {
  const words: Word[] = [];
  for (const { 0: word, index } of text.matchAll(pattern))
    words.push({ key: key(word), start: index, end: index + word.length });
  return words;
}

const asciiWord = /[a-z0-9]+/g;

/** Spells a sign, which the index does not treat as a letter, as a private-use character and its code points. */
const keyOf = (word: string): string =>
  signs.test(word)
    ? `\ue000${Array.from(word, (character) => character.codePointAt(0)?.toString(36)).join('\ue004')}`
    : word;

/**
 * Maximum number of consecutive combining marks. Normalizing a run of them takes quadratic time, and members choose the
 * text; no language needs as many (Unicode's stream-safe format).
 */
const marksTogether = 30;
const tooManyMarks = new RegExp(String.raw`\p{M}{${marksTogether + 1}}`, 'u');
const streamSafe = new RegExp(String.raw`\P{M}*\p{M}{0,${marksTogether}}`, 'gu');

/** Normalizes a query to NFC, because some keyboards send `é` as two characters. */
export const composed = (text: string): string =>
  tooManyMarks.test(text) ? text.replaceAll(streamSafe, (piece) => piece.normalize('NFC')) : text.normalize('NFC');

/**
 * Characters that are folded together: the letters of a Hangul syllable, and any other character with its marks, the
 * invisible characters after it, and what is written as a character of its own but belongs to it: the voiced marks of
 * katakana of half width, and the vowel am of Thai and Lao.
 */
const together = new RegExp(
  String.raw`(?:[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\uac00-\ud7a3][\u11a8-\u11c2]|[\s\S])[\p{M}\p{Default_Ignorable_Code_Point}]{0,${marksTogether}}[\uff9e\uff9f\u309b\u309c\u0e33\u0eb3]?`,
  'gu',
);

/** The form in which texts are compared: without case, optional marks, invisible characters, and what only a font makes. */
export const folded = (text: string): string =>
  ascii.test(text) ? text.toLowerCase() : text.replaceAll(together, foldedPiece);

/** A folded text that maps each of its characters, and its end, to an index in the original. */
export interface FoldedText {
  readonly text: string;
  readonly positionOf: (at: number) => number;
  /** Where the original of the characters before this one ends: after a whole ligature. */
  readonly endOf: (at: number) => number;
}

/** Like `folded`, for words and snippets, which mark the match in the original text. Control characters become spaces. */
export function foldedWithPositions(text: string): FoldedText {
  if (ascii.test(text)) {
    const same = (at: number): number => at;
    return { text: text.toLowerCase().replace(/\p{Cc}/gu, ' '), positionOf: same, endOf: same };
  }
  const positions: number[] = [];
  const ends: number[] = [];
  let all = '';
  for (const { 0: piece, index } of text.matchAll(together)) {
    const fold = foldedPiece(piece);
    const end = index + piece.replace(invisibleEnd, '').length;
    for (let unit = 0; unit < fold.length; unit++) {
      positions.push(index);
      ends.push(end);
    }
    all += fold;
  }
  return { text: all, positionOf: (at) => positions[at] ?? text.length, endOf: (at) => ends[at - 1] ?? 0 };
}

/** ASCII as it is typed between Chinese and Japanese. */
export const wide = /[\uff01-\uff5e]/;

const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const invisibleEnd = new RegExp(String.raw`\p{Default_Ignorable_Code_Point}{1,${marksTogether}}$`, 'u');
const symbol = /^\p{S}/u;
const loneSign = new RegExp(`^${sign}$`, 'v');
const inLetters = /^[\p{L}\p{N}\p{M} ]+$/u;
/** Signs that belong to the word before them, and pictograms, stay signs. */
const staysSign = /^[\p{Extended_Pictographic}\u2120]/u;

/** The tone marks of Thai and Lao are typed before or after the vowel am, which then is two characters. */
const toneBeforeAm = /([\u0e48-\u0e4b])\u0e4d|([\u0ec8-\u0ecb])\u0ecd/g;

/** The marks of kana that stand alone become combining ones, and the slash of a fraction the usual one. */
const sameAs: Readonly<Record<string, string>> = {
  '\u309b': '\u3099',
  '\u309c': '\u309a',
  '\u2044': '/',
  ß: 'ss',
  ς: 'σ',
};

function foldedPiece(piece: string): string {
  if (piece < '\x80' && piece.length === 1) return piece < ' ' || piece === '\x7f' ? ' ' : piece.toLowerCase();
  const visible = Array.from(piece.replace(invisible, ''), (character) => sameAs[character] ?? character).join('');
  if (symbol.test(visible) && !wide.test(visible)) return foldedSymbol(visible);
  return withoutOptional(visible.normalize('NFKC'));
}

/** A symbol becomes the letters or the other sign that it stands for, as `㎏` and the wide `￥` do. */
function foldedSymbol(visible: string): string {
  const usual = visible.normalize('NFKC');
  if (staysSign.test(visible) || (!inLetters.test(usual) && !loneSign.test(usual)))
    return visible.normalize('NFC').replace(optionalMarks, '');
  return loneSign.test(usual) ? usual : withoutOptional(usual);
}

/** Composed again, because folding decomposes Hangul into letters. */
const withoutOptional = (text: string): string =>
  text
    .normalize('NFD')
    .replace(optionalMarks, '')
    .replace(toneBeforeAm, (together) => Array.from(together).reverse().join(''))
    .normalize('NFC')
    .toLowerCase()
    .replace(/[⁄ßς]/gu, (character) => sameAs[character] ?? character)
    .replace(/\p{Cc}/gu, ' ');
