import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { CaPages } from '../ca/ca.middleware';
import type { PublicPorts } from '../links/public-ports';
import { unlessRefused } from './connection-guard.net';
import { maxConnections, timeouts } from './listener.adapter';
import { sendSecurityHeaders } from '../http/security-headers';
import { isNavigation } from '../http/navigation';
import { healthStatus } from '../http/health-report';
import type { HealthService } from '../http/health.service';
import { secureUrl, type LocalTls } from '../tls/local-tls.service';
import { nameInHost } from '../host-names/names';

export interface PlainListenerOptions {
  readonly tls: LocalTls;
  readonly caPages: CaPages;
  readonly health: HealthService['reportFor'];
  /** The network address of a client. */
  readonly addressOf: (request: IncomingMessage) => string;
  /** Whether this client may still introduce new names. */
  readonly mayName: (request: IncomingMessage) => boolean;
  readonly publicPorts: PublicPorts;
}

/**
 * Opens the plain HTTP listener beside HTTPS. To a person it explains at every address how to trust the certificate, and goes
 * on to HTTPS once the browser does. Everything else is redirected, except `/health`. Signing in is not possible here. A request with a new name of this network adds the name to the certificate, because a
 * container cannot know its addresses. The name is kept once a client uses it over HTTPS.
 */
export async function openPlainListener(options: PlainListenerOptions, port: number, host: string): Promise<Server> {
  const server = createServer(
    timeouts,
    unlessRefused((request, response) => {
      sendSecurityHeaders(request, response, () => void answer(options, request, response));
    }),
  );
  server.maxConnections = maxConnections;
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}

async function answer(
  options: PlainListenerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.url === '/health') return tellHealth(await options.health(request), response);
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendText(response, 405, 'Ask this over HTTPS.');
  const status = await statusFor(nameInHost(request.headers.host), options, request);
  options.caPages.middleware(request, response, () => {
    // A person sees the explanation before the browser's warning. Programs are redirected or refused.
    if (isNavigation(request) && status !== 429)
      return options.caPages.explain(request, response, status === 307 ? 200 : status);
    if (status !== 307) return sendText(response, status, refusals[status]);
    const location =
      secureUrl(nameInHost(request.headers.host) ?? '', options.publicPorts.secure) + (request.url ?? '/');
    response.writeHead(307, { Location: location, 'Cache-Control': 'no-store' }).end();
  });
}

/**
 * The status for a request with this name: 307 (redirect to HTTPS) if the certificate covers the name or can be extended,
 * 421 if not, 429 for too many new names.
 */
async function statusFor(
  name: string | undefined,
  { tls, addressOf, mayName }: PlainListenerOptions,
  request: IncomingMessage,
): Promise<307 | 421 | 429> {
  if (name === undefined) return 421;
  if (!tls.serves(name) && !mayName(request)) return 429;
  return (await tls.learn(name, addressOf(request))) ? 307 : 421;
}

const refusals = {
  421:
    'This server has no certificate for the name in your address bar. Open it by its address in your network, such as ' +
    'http://192.168.1.20:8080, or let its owner add the name to TLS_NAMES.',
  429: 'Too many new names from your address. Wait some seconds, then load this again.',
} as const;

function tellHealth(
  { report, shown }: Awaited<ReturnType<HealthService['reportFor']>>,
  response: ServerResponse,
): void {
  response.writeHead(healthStatus(report), {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(JSON.stringify(shown));
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`${text}\n`);
}
