import { maxLinkAlternatives, type LinkAddress, type LinkReach } from '@devchitchat/contracts';
import { inUrl, plainName, reachOf } from '../host-names/names';

/** The ways to this server, as far as it knows them. */
export interface Entrances {
  /** The address that the operator configured. */
  readonly publicUrl: string | undefined;
  /** The address that the server listens on. */
  readonly host: string;
  readonly ports: { readonly secure: number; readonly plain: number };
  /** With HTTPS of its own, whether a name is in the certificate. */
  readonly serves: ((name: string) => boolean) | undefined;
  /** Names by which the network reaches the machine for certain: configured ones and its own addresses, best first. */
  readonly certain: readonly string[];
  /** Names by which signed-in people came. One of them may have lied about it. */
  readonly told: readonly string[];
}

/**
 * The address for links that are shown on a page with this origin: the configured one, that of the page, one of the
 * machine's own, the first that others can open.
 *
 * A name that only somebody told never becomes the address of a link, because a link carries a secret: it is offered for
 * opening the page, and a page that opens by it proves it.
 */
export function addressForLinks(page: string, entrances: Entrances): LinkAddress {
  const { publicUrl, host, certain, told } = entrances;
  const configured = publicUrl === undefined ? [] : [publicUrl];
  const listening = ways(host, { certain, told });
  const own = [
    ...configured,
    entranceOf(page, entrances),
    ...listening.certain.map((name) => entranceAt(name, entrances)),
  ];
  const open = [...new Set(own)].filter((origin) => reachOfOrigin(origin) !== 'this-computer');
  const rest = [...open.slice(1), ...listening.told.map((name) => entranceAt(name, entrances))];
  const [origin = publicUrl ?? entranceOf(page, entrances)] = open;
  const reach = reachOfOrigin(origin);
  return {
    origin,
    reach,
    alternatives: [...new Set(rest)].filter((each) => each !== origin).slice(0, maxLinkAlternatives),
    obstacle:
      reach !== 'this-computer' ? null : reachOf(listenedName(host)) === 'this-computer' ? 'loopback' : 'unknown',
  };
}

/** With HTTPS of our own, a link leads through plain HTTP: that page explains the certificate, and then goes on. */
export const entranceAt = (name: string, { ports, serves }: Pick<Entrances, 'ports' | 'serves'>): string =>
  `http://${inUrl(name)}${portSuffix(serves ? ports.plain : ports.secure)}`;

const portSuffix = (port: number): string => (port === 80 ? '' : `:${port}`);

/** The names that lead to a listener on this address. */
function ways(host: string, all: Pick<Entrances, 'certain' | 'told'>): Pick<Entrances, 'certain' | 'told'> {
  if (isEverywhere(host)) return all;
  return reachOf(listenedName(host)) === 'this-computer'
    ? { certain: [], told: [] }
    : { certain: [listenedName(host)], told: [] };
}

const isEverywhere = (host: string): boolean => host === '0.0.0.0' || host === '::';
const listenedName = (host: string): string => plainName(host) ?? host;

/** The way to a page that is open already. A page that came through a proxy has the proxy's certificate. */
function entranceOf(page: string, entrances: Entrances): string {
  const { protocol, hostname, port } = new URL(page);
  const name = plainName(hostname);
  const isOurs =
    protocol === 'https:' &&
    Number(port || 443) === entrances.ports.secure &&
    name !== undefined &&
    entrances.serves?.(name);
  return isOurs ? entranceAt(name, entrances) : page;
}

const reachOfOrigin = (origin: string): LinkReach => {
  const name = plainName(new URL(origin).hostname);
  return name === undefined ? 'everyone' : reachOf(name);
};
