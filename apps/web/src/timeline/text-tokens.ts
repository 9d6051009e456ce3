/** A piece of what somebody wrote. */
export type TextToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

/** Where a link may begin. What belongs to it is decided by `linkAt`. */
const linkStart = /https?:\/\/[^\s<>"]+/gi;

/** Punctuation that ends a sentence rather than an address. */
const trailing = '.,;:!?\'"*_~…';

/** Splits a message into plain text and links. Only `http` and `https` become links; everything else stays text. */
export function textTokens(text: string): readonly TextToken[] {
  const tokens: TextToken[] = [];
  let end = 0;
  for (const match of text.matchAll(linkStart)) {
    const link = linkAt(match[0]);
    if (!link) continue;
    if (match.index > end) tokens.push({ kind: 'text', text: text.slice(end, match.index) });
    tokens.push(link);
    end = match.index + link.text.length;
  }
  if (end < text.length) tokens.push({ kind: 'text', text: text.slice(end) });
  return tokens;
}

function linkAt(candidate: string): Extract<TextToken, { kind: 'link' }> | null {
  const text = withoutTail(candidate);
  // The address as the browser will read it, so that the text and the destination cannot disagree about the host.
  const url = URL.parse(text);
  return url && url.hostname !== '' ? { kind: 'link', text, href: url.href } : null;
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
