import type { IncomingMessage } from 'node:http';

/** Whether the body of a request is parsed as JSON. Browsers send a file with its own type, which may be JSON too. */
export const isJsonCommand = ({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): boolean =>
  method === 'POST' && /^application\/json\s*(?:;|$)/i.test(headers['content-type'] ?? '');
