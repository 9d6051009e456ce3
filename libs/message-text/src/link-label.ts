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
export function namesAnotherHost(label: string, href: string): boolean {
  const target = URL.parse(href);
  if (!target) return true;
  const { protocol, hostname, pathname } = target;
  const own = plainHost(protocol === 'mailto:' ? pathname.slice(pathname.lastIndexOf('@') + 1) : hostname);
  const plain = label
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
