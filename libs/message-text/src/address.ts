import { hostBeforeWord, withoutEnd } from './letters';

export interface Address {
  readonly text: string;
  /** The address as the browser will parse it, so that the text and the destination cannot disagree about the host. */
  readonly href: string;
}

/** A part of a text that is an address. */
export interface FoundAddress {
  readonly end: number;
  /** `null` for an address that is no link: of another scheme, without a scheme, or one that looks like another host. */
  readonly target: Address | null;
}

/**
 * How addresses begin, as the source of a regular expression that ignores case: with a scheme, or with a host and a
 * slash. The bounds keep it from reading a long word again from each of its letters.
 */
export const addressStart = String.raw`(?<![a-z0-9+])(?:[a-z][a-z0-9+]{0,20}:\/\/|mailto:)|(?<![\w.@-])(?:[a-z0-9-]{1,63}\.){1,10}[a-z]{2,63}\/`;

/** Invisible characters, and those that change the text direction. */
const unseen = String.raw`[\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]`;

/** A name with dots or an IP address, and a port. */
const authority = /(?:\[[\da-f:.]+\]|[\p{L}\p{N}][\p{L}\p{N}\p{M}_.-]*)(?::\d{1,5}(?!\d))?/iuy;
const userName = /[\p{L}\p{N}\p{M}._~%+:-]{0,255}@/uy;

const brackets = '()[]{}（）［］｛｝【】〔〕《》〈〉';
const pairs = new Map(Array.from({ length: brackets.length / 2 }, (_, i) => [brackets[2 * i + 1], brackets[2 * i]]));

/**
 * Characters of an address up to a bracket or its end: blanks, quotation marks and punctuation of other scripts, and signs
 * of Markdown and HTML.
 */
const stretch =
  /(?:(?!\*\*|~~|&(?:quot|apos|lt|gt|nbsp|#3[49]);|(?![\0-\x7f])[\p{Terminal_Punctuation}\p{Quotation_Mark}❛-❠🙶-🙸])[^\s<>＜＞"`|｜\\()[\]{}（）［］｛｝【】〔〕《》〈〉])*/iuy;

/** The address that begins at a position; `start` is the part of it that `addressStart` has matched. */
export function addressAt(text: string, at: number, start: string): FoundAddress {
  const from = at + start.length;
  const scheme = start.toLowerCase();
  if (!['http://', 'https://', 'mailto:'].includes(scheme)) return { end: endOf(text, from), target: null };
  const host = scheme === 'mailto:' || matchAt(userName, text, from) ? null : hostAt(text, from);
  const isTarget = host !== null || scheme === 'mailto:';
  const end = host === null || goesOn(text, host) ? endOf(text, host ?? from) : host;
  return { end, target: isTarget ? linkTo(text.slice(at, end)) : null };
}

/**
 * The address that a link may open: `http`, `https` or `mailto`. Rejects addresses with a user name
 * ("https://bank.example@evil.example") or with invisible characters, because they look like another host.
 */
export function linkTo(text: string): Address | null {
  if (hasUnseen.test(text)) return null;
  const url = URL.parse(text);
  const isWeb =
    (url?.protocol === 'http:' || url?.protocol === 'https:') &&
    url.hostname !== '' &&
    url.username === '' &&
    url.password === '' &&
    !/^https?:\/*@/i.test(text);
  const isMail = url?.protocol === 'mailto:' && url.pathname.includes('@');
  return url && (isWeb || isMail) ? { text, href: url.href } : null;
}

const hasUnseen = new RegExp(unseen, 'u');

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** The end of the host and port, if there is a host. */
function hostAt(text: string, from: number): number | null {
  const found = matchAt(authority, text, from);
  if (found === null) return null;
  const lastLabel = found.lastIndexOf('.') + 1;
  // No top-level domain mixes Latin letters with those of such a script.
  const cut = hostBeforeWord.exec(found.slice(lastLabel));
  const host = cut ? found.slice(0, lastLabel + cut.index + 1) : found;
  const end = from + host.length;
  return goesOn(text, end) ? end : from + withoutEnd(host, '_.-').length;
}

/**
 * Whether an address has more than a host. An invisible character may hide the rest of the name: the address is read on,
 * and refused.
 */
const goesOn = (text: string, end: number): boolean =>
  '/?#'.includes(text.charAt(end) || ' ') || hasUnseen.test(String.fromCodePoint(text.codePointAt(end) ?? 32));

/** The end of an address whose characters are read from a position. */
function endOf(text: string, from: number): number {
  const opened = new Map<string, number>();
  let end = from;
  for (;;) {
    end += matchAt(stretch, text, end)?.length ?? 0;
    const sign = text.charAt(end);
    const opening = pairs.get(sign);
    if (opening === undefined) {
      if (sign === '' || !brackets.includes(sign) || isRemark(text, end)) break;
      opened.set(sign, (opened.get(sign) ?? 0) + 1);
    } else {
      // A closing bracket belongs to an address only if the address opened it: "(see https://a.example/b_(c))".
      const left = opened.get(opening) ?? 0;
      if (left === 0) break;
      opened.set(opening, left - 1);
    }
    end++;
  }
  return withoutTail(text, from, end);
}

/** A bracket of another script after a Latin letter begins a remark: "https://a.example/x（見て）". */
const isRemark = (text: string, at: number): boolean => text.charAt(at) > '\x7f' && text.charAt(at - 1) <= '\x7f';

/** Characters that end a sentence or surround an address: punctuation, opening brackets, and invisible characters. */
const trailing = new RegExp(
  String.raw`^(?:[.,;:!?'*_~～([{]|(?![\0-\x7f）］｝】〕》〉])\p{P}|[❛-❠🙶-🙸]|${unseen})$`,
  'u',
);
/** A character that HTML writes with letters. Longer names do not occur. */
const entity = /&#?\w{2,10};$/;

function withoutTail(text: string, from: number, to: number): number {
  let end = to;
  while (end > from) {
    const named = text.charAt(end - 1) === ';' ? entity.exec(text.slice(Math.max(from, end - 13), end)) : null;
    const last = String.fromCodePoint(text.codePointAt(end - 2) ?? 0);
    const length = last.length === 2 && end - 2 >= from ? 2 : 1;
    if (named) end -= named[0].length;
    else if (trailing.test(length === 2 ? last : text.charAt(end - 1))) end -= length;
    else break;
  }
  return end;
}
