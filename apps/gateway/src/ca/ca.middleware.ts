import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import type { Middleware } from '../http/web-app.files';
import { secureUrl, type LocalTls } from '../tls/local-tls.service';
import { inUrl, isLoopback, nameInHost } from '../host-names/names';
import { caPage } from './ca-page';
import { caStyle } from './ca-style';
import { systemOf } from './visitor-system';

/** The public ports. Filled in once both listeners are open, and read for every page. */
export interface PublicPorts {
  readonly secure: number;
  readonly plain: number;
}

/** Files of the web app that style the page; over plain HTTP no other files are served. */
const borrowed = /^\/ca\/(styles-\w+\.css|theme\.js|icon\.svg|media\/[\w.-]+\.woff2)$/;

/** Serves `/ca` and the certificate on both listeners. */
export function caPages(tls: LocalTls, webFolder: string, webFiles: Middleware, publicPorts: PublicPorts): Middleware {
  const certificate = new X509Certificate(tls.certificate);
  const said = {
    styleSheets: styleSheetsIn(webFolder),
    name: /CN=(.*)/.exec(certificate.subject)?.[1] ?? 'devchitchat local CA',
    sha256: certificate.fingerprint256,
    sha1: certificate.fingerprint,
    ends: new Date(certificate.validTo).getUTCFullYear(),
    beside: tls.namesBeside,
  };

  const page = (request: IncomingMessage): string =>
    caPage({
      ...said,
      system: systemOf(request.headers['user-agent']),
      app: appFor(request, tls, publicPorts),
      forPhones: addressForPhones(request, tls, publicPorts),
    });

  return (request, response, next) => {
    const path = request.url?.split('?', 1)[0] ?? '';
    if (path === '/ca' || path === '/ca/') return answer(response, 'text/html; charset=utf-8', page(request));
    if (path === '/ca.crt') return answer(response, 'application/x-x509-ca-cert', certificate.raw);
    if (path === '/ca.pem') return answer(response, 'application/x-pem-file', tls.certificate);
    if (path === '/ca/ca.css') return answer(response, 'text/css; charset=utf-8', caStyle);
    if (!borrowed.test(path)) return next();
    request.url = path.slice('/ca'.length);
    webFiles(request, response, next);
  };
}

function answer(response: ServerResponse, type: string, body: string | Buffer): void {
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
  });
  response.end(body);
}

function appFor({ headers, socket }: IncomingMessage, tls: LocalTls, { secure }: PublicPorts): string | undefined {
  if (socket instanceof TLSSocket) return '/';
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
