import type { Indexed } from './indexed-text';

// How releases before the one that folds compatible characters split and folded texts. An index without the texts
// forgets a message only in the form in which it was added, so this form stays (docs/decisions/0097-search-forms.md).

const unspaced = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`;
const letter = String.raw`[\p{L}\p{N}\p{Co}]`;
const wordPattern = new RegExp(
  String.raw`\p{Extended_Pictographic}|[${letter}&&[${unspaced}]]\p{M}*|[${letter}--[${unspaced}]][[${letter}\p{M}]--[${unspaced}]]*`,
  'gv',
);
const pictogram = /^\p{Extended_Pictographic}$/u;
const optionalMarks = /[\p{Mn}&&[[\u0300-\u036f]\p{sc=Hebrew}\p{scx=Arabic}]]/gv;
const tooManyMarks = /\p{M}{31}/u;
const streamSafe = /\P{M}*\p{M}{0,30}/gu;
const unlike: Readonly<Record<string, string>> = { ß: 'ss', ς: 'σ' };

const composed = (text: string): string =>
  tooManyMarks.test(text) ? text.replaceAll(streamSafe, (piece) => piece.normalize('NFC')) : text.normalize('NFC');

function foldedCharacter(character: string): string {
  const plain = character.normalize('NFD').replace(optionalMarks, '').normalize('NFC').toLowerCase();
  return unlike[plain] ?? plain.replace(/\p{Cc}/u, ' ');
}

const folded = (text: string): string => Array.from(composed(text), foldedCharacter).join('');

const keyOf = (word: string): string =>
  pictogram.test(word) ? `\ue000${word.codePointAt(0)?.toString(36) ?? ''}` : folded(word);

export const earlierWordsOf = ({ text }: Indexed): string =>
  Array.from(composed(text).matchAll(wordPattern), ([word]) => keyOf(word)).join(' ');

export const earlierPartsOf = ({ text }: Indexed): string =>
  ` ${folded(text)
    .replaceAll(/\p{Cc}/gu, ' ')
    .toWellFormed()}`;
