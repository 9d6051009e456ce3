import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { isNavigation } from './navigation';
import { answerTo, collectWebFiles, indexFor, isAddressOfApp, type WebFile } from './web-app';

export type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * Serves the built web app from memory, or a message that it is not built. All files are read once, so that a build into
 * the folder of a running gateway does not mix two versions. Aborted downloads hold no open files. A person who opens any other
 * address gets the app, which says in words what is wrong with it.
 */
export function webApp(folder: string): Middleware {
  if (!existsSync(join(folder, 'index.html'))) return notBuilt;
  const files = collectWebFiles([...filesIn(folder)]);
  return (request, response, next) => {
    const url = request.url ?? '';
    const file = answerTo(files, url, request.headers);
    const answer =
      file ?? (isNavigation(request) && isAddressOfApp(url) ? indexFor(files, url, request.headers) : undefined);
    if (!answer) return next();
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
  };
}

function* filesIn(folder: string, above = ''): Generator<WebFile> {
  for (const name of readdirSync(folder)) {
    if (name.startsWith('.')) continue;
    const file = join(folder, name);
    const path = `${above}/${name}`;
    const found = statSync(file);
    if (found.isDirectory()) yield* filesIn(file, path);
    if (!found.isFile()) continue;
    const content = readFileSync(file);
    yield { path, content, modified: found.mtime, etag: etagOf(content) };
  }
}

const etagOf = (content: Buffer): string => `"${createHash('sha256').update(content).digest('base64url')}"`;

const notBuilt: Middleware = (request, response, next) => {
  if (request.url !== '/') return next();
  response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end('The web app is not built. Run "npm run build", then start again.\n');
};
