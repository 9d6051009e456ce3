import { BlockList, isIP } from 'node:net';
import type { LinkReach } from '@devchitchat/contracts';
import { isHostName } from '@devchitchat/service-kit';

/** The names and networks a certificate authority may sign for. */
export interface Permitted {
  /** Domains, including all subdomains. */
  readonly domains: readonly string[];
  /** `address/prefix length`. */
  readonly networks: readonly string[];
}

/** Domains that are never public: RFC 6761, 6762 and 8375, ICANN's `internal`, and those of home routers. */
const localDomains = ['localhost', 'local', 'lan', 'home.arpa', 'internal'];

/** Loopback, RFC 1918, link-local, the shared addresses of RFC 6598 that private overlays use, and the IPv6 equivalents. */
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

/** Normalizes a host name or address for comparison; `undefined` if it is neither. */
export function plainName(text: string): string | undefined {
  const name = text
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .replace(/^::ffff:(?=\d+\.)/, '');
  const kind = isIP(name);
  // The URL parser produces the canonical short form of an IPv6 address. Zones are valid on one machine only.
  if (kind === 6) return name.includes('%') ? undefined : new URL(`http://[${name}]`).hostname.slice(1, -1);
  return kind === 4 || isHostName(name) ? name : undefined;
}

/** The name in a Host header. */
export function nameInHost(host: string | undefined): string | undefined {
  const [, name] = /^(\[[^\]]*\]|[^:]*)(?::\d{1,5})?$/.exec(host ?? '') ?? [];
  return name === undefined ? undefined : plainName(name);
}

/** The name as written in a URL: IPv6 addresses in brackets. */
export const inUrl = (name: string): string => (isIP(name) === 6 ? `[${name}]` : name);

export const isLoopback = (name: string): boolean =>
  permits({ domains: ['localhost'], networks: ['127.0.0.0/8', '::1/128'] }, name);

/** The reach of a name, as far as the name tells. A name without a dot is one of a home network. */
export function reachOf(name: string): LinkReach {
  if (isLoopback(name)) return 'this-computer';
  const isHere = permits(local, name) || (isIP(name) === 0 && !name.includes('.'));
  return isHere ? 'network' : 'everyone';
}

/** Whether an authority with these permissions may sign for a name or address. `name` is one that `plainName` returned. */
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

/** Permissions of a new certificate authority: this network and the additional names its owner configured. */
export function permittedWith(names: readonly string[]): Permitted {
  const beside = names.filter((name) => !permits(local, name));
  return {
    domains: [...localDomains, ...beside.filter((name) => isIP(name) === 0)],
    networks: [...privateNetworks, ...beside.filter((name) => isIP(name) !== 0).map(wholeAddress)],
  };
}

const wholeAddress = (address: string): string => `${address}/${isIP(address) === 4 ? 32 : 128}`;

/**
 * Whether a name may be learned from a client's request: only names of this network, and names without a dot that the
 * authority was created for.
 */
export const isLearnable = (permitted: Permitted, name: string): boolean =>
  permits(permitted, name) && (permits(local, name) || !name.includes('.'));

/**
 * The names of a machine on its network. A name without a dot is included only if it cannot be a top-level domain (letters
 * only): an authority for a machine called `dev` would cover every site below `.dev`.
 */
export function namesOfHost(hostname: string): string[] {
  const name = plainName(hostname);
  if (name === undefined || isIP(name) !== 0) return [];
  const [first = name] = name.split('.');
  const whole = permits(local, name) ? [name] : [];
  const alone = /[^a-z]/.test(first) && !first.startsWith('xn--') ? [first] : [];
  return [...new Set([...alone, `${first}.local`, ...whole])];
}
