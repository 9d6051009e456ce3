import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { TrustedProxies } from '../proxies/trusted-proxies';
import type { LocalTls } from './local-tls.service';
import { nameInHost } from '../host-names/names';

/** Records names used over HTTPS, so that they stay in the certificate. */
export function noteVisits(tls: LocalTls, proxies: TrustedProxies) {
  return (request: IncomingMessage, _response: unknown, next: () => void): void => {
    const name = nameOfVisit(request);
    if (name !== undefined) tls.used(name, 'visited', proxies.addressOf(request));
    next();
  };
}

/** The Host name of a request, if it is the TLS server name or an address, for which browsers send no server name. */
export function nameOfVisit({ headers, socket }: IncomingMessage): string | undefined {
  const name = nameInHost(headers.host);
  const { servername } = socket as { servername?: string | false };
  return name !== undefined && (isIP(name) !== 0 || servername === name) ? name : undefined;
}
