/** What a request says about where it comes from and where it went. */
export interface RequestOrigin {
  readonly origin?: string | undefined;
  readonly host?: string | undefined;
}

/**
 * Whether a page of ours asks. Browsers name the page's origin with every WebSocket and every POST, and scripts cannot
 * change it. A request that names none comes from no browser, so nobody's cookie is misused by it: bots and tools may.
 */
export function isOurPage({ origin, host }: RequestOrigin, publicUrl: string | undefined): boolean {
  if (origin === undefined) return true;
  if (publicUrl !== undefined && origin === new URL(publicUrl).origin) return true;
  return host !== undefined && origin === `http://${host.toLowerCase()}`;
}
