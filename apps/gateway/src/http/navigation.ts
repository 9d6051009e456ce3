import type { IncomingMessage } from 'node:http';

/** Whether a person opens an address, and is to see a page: not a script, image, socket or program. */
export function isNavigation({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  // Browsers send this only over HTTPS and to localhost.
  const mode = headers['sec-fetch-mode'];
  if (mode !== undefined && mode !== 'navigate') return false;
  return /(^|[,\s])text\/html\s*(?=$|[,;])/i.test(headers.accept ?? '');
}
