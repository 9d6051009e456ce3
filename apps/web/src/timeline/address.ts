/** Punctuation that ends a sentence, or what stands around an address, rather than the address. */
const trailing = '.,;:!?\'"*_~|…';

export interface Address {
  /** As much of the candidate as is the address. */
  readonly text: string;
  /** The address as the browser will read it, so that the text and the destination cannot disagree about the host. */
  readonly href: string;
}

/** The address with which a word that looks like one begins. Only `http`, `https` and `mailto` are addresses here. */
export function addressIn(candidate: string): Address | null {
  const text = withoutTail(candidate);
  const url = URL.parse(text);
  const isWeb = (url?.protocol === 'http:' || url?.protocol === 'https:') && url.hostname !== '';
  const isMail = url?.protocol === 'mailto:' && url.pathname.includes('@');
  return url && (isWeb || isMail) ? { text, href: url.href } : null;
}

/** A closing bracket belongs to an address only if the address opened it: "(see https://a.example/b_(c))". */
function withoutTail(candidate: string): string {
  const unopened = { ')': surplus(candidate, ')', '('), ']': surplus(candidate, ']', '[') };
  let end = candidate.length;
  for (; end > 0; end--) {
    const last = candidate.charAt(end - 1);
    if (trailing.includes(last)) continue;
    if ((last !== ')' && last !== ']') || unopened[last] <= 0) break;
    unopened[last] -= 1;
  }
  return candidate.slice(0, end);
}

function surplus(text: string, closing: string, opening: string): number {
  let count = 0;
  for (const character of text) count += character === closing ? 1 : character === opening ? -1 : 0;
  return count;
}
