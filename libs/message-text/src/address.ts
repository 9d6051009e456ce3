/** Punctuation that ends a sentence or surrounds an address, and is not part of it. */
const trailing = '.,;:!?\'"*_~|…。．｡、､，；：！？؛،؟۔।॥։”’»›“‘„';

export interface Address {
  /** The part of the candidate that is the address. */
  readonly text: string;
  /** The address as the browser will parse it, so that the text and the destination cannot disagree about the host. */
  readonly href: string;
}

/** Invisible characters, and those that change the text direction. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]/u;

/**
 * The address at the start of a word that looks like one. Supports `http`, `https` and `mailto`. Rejects addresses with
 * a user name ("https://bank.example@evil.example") or with invisible characters, because they look like another host.
 */
export function addressIn(candidate: string): Address | null {
  const text = withoutTail(candidate);
  if (unseen.test(text)) return null;
  const url = URL.parse(text);
  const isWeb =
    (url?.protocol === 'http:' || url?.protocol === 'https:') &&
    url.hostname !== '' &&
    url.username === '' &&
    url.password === '';
  const isMail = url?.protocol === 'mailto:' && url.pathname.includes('@');
  return url && (isWeb || isMail) ? { text, href: url.href } : null;
}

/** Brackets of every script that people put around an address. */
const opened: Readonly<Record<string, string>> = {
  ')': '(',
  ']': '[',
  '）': '（',
  '］': '［',
  '」': '「',
  '』': '『',
  '】': '【',
  '》': '《',
  '〉': '〈',
  '〕': '〔',
};

/** A closing bracket belongs to an address only if the address opened it: "(see https://a.example/b_(c))". */
function withoutTail(candidate: string): string {
  const unopened = new Map<string, number>();
  let end = candidate.length;
  for (; end > 0; end--) {
    const last = candidate.charAt(end - 1);
    if (trailing.includes(last)) continue;
    const opening = opened[last];
    if (opening === undefined) break;
    const left = unopened.get(last) ?? surplus(candidate, last, opening);
    if (left <= 0) break;
    unopened.set(last, left - 1);
  }
  return candidate.slice(0, end);
}

function surplus(text: string, closing: string, opening: string): number {
  let count = 0;
  for (const character of text) count += character === closing ? 1 : character === opening ? -1 : 0;
  return count;
}
