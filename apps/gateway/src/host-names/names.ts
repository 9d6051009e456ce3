import { BlockList, isIP } from 'node:net';

/** What a certificate authority may sign for. */
export interface Permitted {
  /** Domains with everything below them. */
  readonly domains: readonly string[];
  /** `address/prefix length`. */
  readonly networks: readonly string[];
}

/** Domains that no public name server knows: RFC 6761, 6762 and 8375, ICANN's `internal`, and what home routers say. */
const localDomains = ['localhost', 'local', 'lan', 'home.arpa', 'internal'];

/** Loopback, RFC 1918, link-local, the shared addresses of RFC 6598 that private overlays use, and IPv6's likes of them. */
const privateNetworks = [
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '100.64.0.0/10',
  '::1/128',
  'fc00::/7',
  'fe80::/10',
];

const local: Permitted = { domains: localDomains, networks: privateNetworks };

const label = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?';
const dnsName = new RegExp(`^(?=.{1,253}$)${label}(?:\\.${label})*$`);

/** A name or address in the one spelling that is compared here; `undefined` where it is neither. */
export function plainName(text: string): string | undefined {
  const name = text
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .replace(/^::ffff:(?=\d+\.)/, '');
  const kind = isIP(name);
  // The URL parser knows the one short spelling of an IPv6 address; a zone means something on one machine only.
  if (kind === 6) return name.includes('%') ? undefined : new URL(`http://[${name}]`).hostname.slice(1, -1);
  return kind === 4 || (dnsName.test(name) && !/^[\d.]+$/.test(name)) ? name : undefined;
}

/** The name in a Host header. */
export function nameInHost(host: string | undefined): string | undefined {
  const [, name] = /^(\[[^\]]*\]|[^:]*)(?::\d{1,5})?$/.exec(host ?? '') ?? [];
  return name === undefined ? undefined : plainName(name);
}

/** As it stands in a URL. */
export const inUrl = (name: string): string => (isIP(name) === 6 ? `[${name}]` : name);

export const isLoopback = (name: string): boolean =>
  permits({ domains: ['localhost'], networks: ['127.0.0.0/8', '::1/128'] }, name);

export function permits({ domains, networks }: Permitted, name: string): boolean {
  const kind = isIP(name);
  if (kind === 0) return domains.some((domain) => name === domain || name.endsWith(`.${domain}`));
  const family = kind === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    if (isIP(address) === kind) list.addSubnet(address, Number(prefix), family);
  }
  return list.check(name, family);
}

/** What a new certificate authority may sign for: this network, and the few names its owner asked for beside. */
export function permittedWith(names: readonly string[]): Permitted {
  const beside = names.filter((name) => !permits(local, name));
  return {
    domains: [...localDomains, ...beside.filter((name) => isIP(name) === 0)],
    networks: [...privateNetworks, ...beside.filter((name) => isIP(name) !== 0).map(wholeAddress)],
  };
}

const wholeAddress = (address: string): string => `${address}/${isIP(address) === 4 ? 32 : 128}`;

/**
 * Whether a name may be learned from somebody who asks by it: only one that means this network. A name without a dot
 * does too, where the authority was made for it.
 */
export const isLearnable = (permitted: Permitted, name: string): boolean =>
  permits(permitted, name) && (permits(local, name) || !name.includes('.'));

/**
 * What a machine is called on its network. Without a dot only if it cannot be a top-level domain, which is letters only:
 * an authority for a machine called `dev` would be one for every site below `.dev`.
 */
export function namesOfHost(hostname: string): string[] {
  const name = plainName(hostname);
  if (name === undefined || isIP(name) !== 0) return [];
  const [first = name] = name.split('.');
  const whole = permits(local, name) ? [name] : [];
  const alone = /[^a-z]/.test(first) && !first.startsWith('xn--') ? [first] : [];
  return [...new Set([...alone, `${first}.local`, ...whole])];
}
