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

/** The text after a scheme, up to its path. */
const afterScheme = /:\/{2,}([^\s/?#\\]+)/gu;
/** Names with dots, and IPv4 addresses. */
const bare = /(?:[\p{L}\p{N}][\p{L}\p{N}\p{M}-]{0,62}\.){1,10}[\p{L}\p{M}]{2,63}|\d{1,3}(?:\.\d{1,3}){3}/giu;

/** File extensions that are no top-level domains: "node.js" and "notes.txt" name no host. */
const fileEndings =
  /\.(?:[cm]?[jt]sx?|json|html?|s?css|csv|txt|log|pdf|docx?|xlsx?|pptx?|odt|png|jpe?g|gif|svg|webp|webm|xml|ya?ml|toml|ini|conf|[ch]pp|php|sql|tar|gz|xz|exe|msi|dmg|iso|apk)$/iu;
/** File extensions that are also top-level domains. They name a file if the link leads to a file of that name. */
const ambiguousEndings = /\.(?:md|py|rs|sh|pl|zip|mov)$/iu;

/**
 * Whether the text of a named link looks like the address of another host:
 * `[https://bank.example](https://evil.example)`. Look-alike dots and full-width letters count as the characters they
 * look like.
 */
export function namesAnotherHost(words: string, href: string): boolean {
  const target = URL.parse(href);
  if (!target) return true;
  const { protocol, hostname, pathname } = target;
  const own = plainHost(protocol === 'mailto:' ? pathname.slice(pathname.lastIndexOf('@') + 1) : hostname);
  const plain = words
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\u2800]/gu, '')
    .replaceAll('。', '.');
  const isOther = (host: string): boolean => plainHost(URL.parse(`http://${host}`)?.hostname ?? '') !== own;
  const named = [...plain.matchAll(afterScheme)].map(([, host = '']) => host);
  const alone = [...plain.replace(afterScheme, ' ').matchAll(bare)].map(([host]) => host);
  return named.some(isOther) || alone.some((host) => !isFileName(host, pathname) && isOther(host));
}

const plainHost = (hostname: string): string => hostname.toLowerCase().replace(/^www\./, '');

const isFileName = (word: string, pathname: string): boolean =>
  fileEndings.test(word) || (ambiguousEndings.test(word) && pathname.toLowerCase().endsWith(`/${word.toLowerCase()}`));

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
