import { nameInHost } from '../host-names/names';

/** What a request says about where it comes from and where it went. */
export interface RequestOrigin {
  readonly origin?: string | undefined;
  readonly host?: string | undefined;
}

/** Where this server is found. */
export interface OurAddress {
  readonly scheme: 'http' | 'https';
  readonly publicUrl: string | undefined;
  /** The names it answers to; any, where it is left out. */
  readonly serves?: (name: string) => boolean;
}

/**
 * Whether a page of ours asks. Browsers name the page's origin with every WebSocket and every POST, and scripts cannot
 * change it. A request that names none comes from no browser, so nobody's cookie is misused by it: bots and tools may.
 */
export function isOurPage({ origin, host }: RequestOrigin, { scheme, publicUrl, serves }: OurAddress): boolean {
  if (origin === undefined) return true;
  if (publicUrl !== undefined && origin === new URL(publicUrl).origin) return true;
  const name = nameInHost(host);
  // A name of somebody else's may point here too, so it has to be one that is ours.
  if (host === undefined || name === undefined || !(serves?.(name) ?? true)) return false;
  return origin === `${scheme}://${withoutDefaultPort(host.toLowerCase(), scheme)}`;
}

/** As an origin is written. Browsers leave the port out of Host too; a proxy may not. */
const withoutDefaultPort = (host: string, scheme: 'http' | 'https'): string =>
  host.replace(scheme === 'https' ? /:443$/ : /:80$/, '');
