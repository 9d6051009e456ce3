import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

export type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * Angular writes a hash of the content, 8 letters and digits, into the name of every file that is only reached through
 * another. Of small letters alone it would be a word.
 */
const hashedName = /-(?=\w*[A-Z0-9])\w{8}\.\w+$/;

/** Serves the built web app, precompressed where the build made that, or says that there is none. */
export function webApp(folder: string): Middleware {
  if (!existsSync(join(folder, 'index.html'))) return notBuilt;
  return sirv(folder, {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders: (response, path) =>
      response.setHeader('Cache-Control', hashedName.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
}

const notBuilt: Middleware = (request, response, next) => {
  if (request.url !== '/') return next();
  response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end('The web app is not built. Run "npm run build", then start again.\n');
};
