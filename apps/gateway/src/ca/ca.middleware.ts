import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { permitAsking } from '../http/security-headers';
import type { Middleware } from '../http/web-app.files';
import type { PublicPorts } from '../links/public-ports';
import { secureUrl, type LocalTls } from '../tls/local-tls.service';
import { inUrl, isLoopback, nameInHost } from '../host-names/names';
import { caPage } from './ca-page';
import { caStyle } from './ca-style';
import { goOnScript } from './go-on';
import { systemOf } from './visitor-system';

/** Files of the web app that style the page; over plain HTTP no other files are served. */
const borrowed = /^\/ca\/(styles-\w+\.css|theme\.js|icon\.svg|media\/[\w.-]+\.woff2)$/;

export interface CaPages {
  /** Serves `/ca` and the certificate, on both listeners. */
  readonly middleware: Middleware;
  /** Answers with the same page at any address, and goes on from it to that address of the app over HTTPS. */
  readonly explain: (request: IncomingMessage, response: ServerResponse, status: number) => void;
}

export function caPages(tls: LocalTls, webFolder: string, webFiles: Middleware, publicPorts: PublicPorts): CaPages {
  const certificate = new X509Certificate(tls.certificate);
  const said = {
    styleSheets: styleSheetsIn(webFolder),
    name: /CN=(.*)/.exec(certificate.subject)?.[1] ?? 'devchitchat local CA',
    sha256: certificate.fingerprint256,
    sha1: certificate.fingerprint,
    ends: new Date(certificate.validTo).getUTCFullYear(),
    beside: tls.namesBeside,
  };

  const tell = (request: IncomingMessage, response: ServerResponse, status: number, path?: string): void => {
    const app = appFor(request, tls, publicPorts);
    const isPlain = !(request.socket instanceof TLSSocket);
    if (isPlain && app !== undefined) permitAsking(response, app);
    const page = caPage({
      ...said,
      system: systemOf(request.headers['user-agent']),
      app,
      path: path ?? '/',
      goesOn: !isPlain ? 'never' : path === undefined ? 'once it becomes trusted' : 'when trusted',
      forPhones: addressForPhones(request, tls, publicPorts),
    });
    answer(response, 'text/html; charset=utf-8', page, status);
  };

  const middleware: Middleware = (request, response, next) => {
    const path = request.url?.split('?', 1)[0] ?? '';
    if (path === '/ca' || path === '/ca/') return tell(request, response, 200);
    if (path === '/ca.crt') return answer(response, 'application/x-x509-ca-cert', certificate.raw);
    if (path === '/ca.pem') return answer(response, 'application/x-pem-file', tls.certificate);
    if (path === '/ca/ca.css') return answer(response, 'text/css; charset=utf-8', caStyle);
    if (path === '/ca/go-on.js') return answer(response, 'text/javascript; charset=utf-8', goOnScript);
    if (path === '/ca/trusted') return confirmTrust(response);
    if (!borrowed.test(path)) return next();
    request.url = path.slice('/ca'.length);
    webFiles(request, response, next);
  };
  return { middleware, explain: (request, response, status) => tell(request, response, status, pathOf(request)) };
}

/** The path and query as the client wrote them. A URL with a host, as proxies send it, has none of ours. */
const pathOf = ({ url = '/' }: IncomingMessage): string => (url.startsWith('/') ? url : '/');

/** Tells a page of the plain listener, which is another origin, that the browser trusts this one. */
function confirmTrust(response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  answer(response, 'text/plain; charset=utf-8', 'trusted');
}

function answer(response: ServerResponse, type: string, body: string | Buffer, status = 200): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
  });
  response.end(body);
}

function appFor({ headers, socket }: IncomingMessage, tls: LocalTls, { secure }: PublicPorts): string | undefined {
  if (socket instanceof TLSSocket) return '';
  const name = nameInHost(headers.host);
  return name !== undefined && tls.serves(name) ? secureUrl(name, secure) : undefined;
}

/**
 * A plain HTTP address, because the phone does not trust the certificate yet, with a name that also resolves on the phone.
 */
function addressForPhones(
  { headers, socket }: IncomingMessage,
  tls: LocalTls,
  publicPorts: PublicPorts,
): string | undefined {
  const asked = nameInHost(headers.host);
  const [lan] = tls.lanNames();
  const name = asked !== undefined && tls.serves(asked) && !isLoopback(asked) ? asked : lan;
  const port = socket instanceof TLSSocket ? publicPorts.plain : portIn(headers.host);
  return name && `http://${inUrl(name)}${port === 80 ? '' : `:${port}`}/ca`;
}

/** The published port may differ from the port listened on. */
const portIn = (host = ''): number => Number(/:(\d+)$/.exec(host)?.[1] ?? 80);

function styleSheetsIn(folder: string): string[] {
  try {
    const index = readFileSync(join(folder, 'index.html'), 'utf8');
    return Array.from(index.matchAll(/href="(styles-\w+\.css)"/g), ([, name = '']) => name);
  } catch {
    // The web app is not built; the page is served unstyled.
    return [];
  }
}
