import { nameInHost } from '../host-names/names';

/** A request's Origin and Host headers. */
export interface RequestOrigin {
  readonly origin?: string | undefined;
  readonly host?: string | undefined;
}

/** The server's own address. */
export interface OurAddress {
  readonly scheme: 'http' | 'https';
  readonly publicUrl: string | undefined;
  /** Whether a name is one of the server's; any name if left out. */
  readonly serves?: (name: string) => boolean;
}

/**
 * Whether a request comes from one of our own pages. Browsers send the page's origin with every WebSocket and POST, and
 * scripts cannot change it. A request without an origin does not come from a browser, so it cannot misuse a user's cookie:
 * bots and tools may send it.
 */
export function isOurPage({ origin, host }: RequestOrigin, { scheme, publicUrl, serves }: OurAddress): boolean {
  if (origin === undefined) return true;
  if (publicUrl !== undefined && origin === new URL(publicUrl).origin) return true;
  const name = nameInHost(host);
  // A foreign domain may point to this server too, so the name has to be one of ours.
  if (host === undefined || name === undefined || !(serves?.(name) ?? true)) return false;
  return origin === `${scheme}://${withoutDefaultPort(host.toLowerCase(), scheme)}`;
}

/** Removes the default port, as origins do. Browsers leave it out of Host too; a proxy may not. */
const withoutDefaultPort = (host: string, scheme: 'http' | 'https'): string =>
  host.replace(scheme === 'https' ? /:443$/ : /:80$/, '');
