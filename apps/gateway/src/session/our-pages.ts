import type { IncomingMessage } from 'node:http';
import type { TrustedProxies } from '../proxies/trusted-proxies';
import { isOurPage } from './origin';

/** Distinguishes requests of our own pages from those of other sites in the same browser. */
export class OurPages {
  constructor(
    private readonly proxies: TrustedProxies,
    private readonly publicUrl: string | undefined,
    private readonly serves?: (name: string) => boolean,
  ) {}

  /** For WebSocket upgrades and POST requests. True also without an Origin header, as `isOurPage` explains. */
  sent(request: IncomingMessage): boolean {
    const { proxies, publicUrl, serves } = this;
    return isOurPage(request.headers, { scheme: proxies.schemeOf(request), publicUrl, ...(serves && { serves }) });
  }
}
