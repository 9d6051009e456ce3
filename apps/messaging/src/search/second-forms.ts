import type { Indexed } from './indexed-text';

// How the releases split and folded texts that folded compatible letters one by one, but not what is composed of several
// characters, and took invisible characters for the ends of words. Kept for the reason that `earlier-forms.ts` names.

const unspaced = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`;
const letter = String.raw`[\p{L}\p{N}\p{Co}]`;
const sign = String.raw`[[\p{Sc}\p{Sm}\p{So}§¶†‡•※]--[\x00-\x7f\uff00-\uff5e\ufffd]]`;
const wordPattern = new RegExp(
  String.raw`\p{Regional_Indicator}{2}|\p{Extended_Pictographic}|${sign}|[${letter}&&[${unspaced}]]\p{M}*|[${letter}--[${unspaced}]][[${letter}\p{M}]--[${unspaced}]]*`,
  'gv',
);
const asciiWord = /[a-z0-9]+/g;
const ascii = /^[\x00-\x7f]*$/; // eslint-disable-line no-control-regex -- all of ASCII is meant
const signs = /^[\p{Extended_Pictographic}\p{S}\p{P}]+$/u;
const symbol = /\p{S}/u;
const optionalMarks = /[\p{M}&&[[\u0300-\u036f\u20e3]\p{Variation_Selector}\p{sc=Hebrew}\p{scx=Arabic}]]/gv;
const tooManyMarks = /\p{M}{31}/u;
const streamSafe = /\P{M}*\p{M}{0,30}/gu;
const halfWidth = /[\uff66-\uff9f]+/g;
const wide = /[\uff01-\uff5e]/;
const letterOrWide = /[\p{L}\p{N}\uff01-\uff5e]/u;
const inLetters = new RegExp(String.raw`^(?:[[\p{L}\p{N}\p{M}]--[${unspaced}]]+|[${unspaced}])$`, 'v');
const unlike: Readonly<Record<string, string>> = { ß: 'ss', ς: 'σ' };

const composed = (text: string): string =>
  (tooManyMarks.test(text)
    ? text.replaceAll(streamSafe, (piece) => piece.normalize('NFC'))
    : text.normalize('NFC')
  ).replace(halfWidth, (kana) => kana.normalize('NFKC'));

function compatible(character: string): string {
  if (!letterOrWide.test(character)) return character;
  const usual = character.normalize('NFKC');
  return inLetters.test(usual) || wide.test(character) ? usual : character;
}

function foldedCharacter(character: string): string {
  if (character < '\x80') return character < ' ' || character === '\x7f' ? ' ' : character.toLowerCase();
  if (symbol.test(character) && !wide.test(character)) return character;
  const plain = compatible(character).normalize('NFD').replace(optionalMarks, '').normalize('NFC').toLowerCase();
  return unlike[plain] ?? plain.replace(/\p{Cc}/u, ' ');
}

const folded = (text: string): string =>
  ascii.test(text) ? text.toLowerCase() : Array.from(composed(text), foldedCharacter).join('');

function keyOf(word: string): string {
  const key = folded(word);
  if (!signs.test(key)) return key;
  return `\ue000${Array.from(word, (character) => character.codePointAt(0)?.toString(36)).join('\ue004')}`;
}

const keysIn = (text: string): string[] =>
  ascii.test(text)
    ? (text.toLowerCase().match(asciiWord) ?? [])
    : Array.from(text.matchAll(wordPattern), ([word]) => keyOf(word));

export const secondWordsOf = ({ text }: Indexed): string => keysIn(composed(text)).join(' ');

export const secondPartsOf = ({ text }: Indexed): string =>
  ` ${folded(text)
    .replaceAll(/\p{Cc}/gu, ' ')
    .toWellFormed()}`;
