/** The text after a scheme, up to its path. */
const afterScheme = /:\/{2,}([^\s/?#\\]+)/gu;
/** Names with dots, and IPv4 addresses. A digit at the end belongs to a file name: "video.mp4". */
const bare = /(?:[\p{L}\p{N}_][\p{L}\p{N}\p{M}_-]{0,62}\.){1,10}[\p{L}\p{M}]{2,63}\d?|\d{1,3}(?:\.\d{1,3}){3}/giu;
/** A full stop that browsers take for a dot, except between sentences of Chinese and Japanese. */
const wideDot = /。(?![\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}])/gu;

/** File extensions that are no top-level domains: "node.js" and "notes.txt" name no host. */
const fileEndings =
  /\.(?:[cm]?[jt]sx?|json|html?|s?css|[ct]sv|txt|log|pdf|docx?|xlsx?|pptx?|od[pst]|rtf|epub|png|jpe?g|jfif|gif|svg|webp|avif|hei[cf]|bmp|tiff?|psd|xcf|mp[34]|webm|avi|mkv|wm[av]|og[agv]|opus|wav|flac|aac|midi?|xml|ya?ml|toml|ini|conf|cfg|[ch]pp|php|sql|cs|go|kt|lua|rb|vue|ipynb|tex|diff|patch|lock|bin|dat|bak|db|ttf|stl|obj|blend|gcode|gpx|ics|tar|[gx]z|bz2|rar|jar|deb|rpm|bat|ps1|exe|msi|dmg|iso|apk)$/iu;
/** File extensions that are also top-level domains. They name a file if the link leads to a file of that name. */
const ambiguousEndings = /\.(?:md|py|rs|sh|pl|java|zip|mov)$/iu;

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
    .replace(wideDot, '.');
  const isOther = (host: string): boolean => plainHost(URL.parse(`http://${host}`)?.hostname ?? '') !== own;
  const named = [...plain.matchAll(afterScheme)].map(([, host = '']) => host);
  const alone = [...plain.replace(afterScheme, ' ').matchAll(bare)].map(([host]) => host);
  return named.some(isOther) || alone.some((host) => !isFileName(host, pathname) && isOther(host));
}

const plainHost = (hostname: string): string => hostname.toLowerCase().replace(/^www\./, '');

const isFileName = (word: string, pathname: string): boolean =>
  fileEndings.test(word) ||
  (ambiguousEndings.test(word) && pathname.toLowerCase().endsWith(encodeURI(word).toLowerCase()));
