import type { ServerResponse } from 'node:http';
import type { Reply } from '@devchitchat/contracts';
import { httpStatusOf } from './http-status';

/** Milliseconds in which a client that is still sending can read the answer. */
const graceMs = 1_000;

/**
 * Answers with a Reply as JSON. If the body of the request was not read to its end, no more of it is read, and the connection
 * is closed: not at once, because the reset that follows may reach the client before the answer does.
 */
export function answer(response: ServerResponse, reply: Reply<unknown>): void {
  const { req: request } = response;
  const text = JSON.stringify(reply);
  response.writeHead(httpStatusOf(reply), {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    ...(!reply.ok &&
      reply.error.retryAfterMs !== undefined && { 'Retry-After': Math.ceil(reply.error.retryAfterMs / 1000) }),
    ...(!request.complete && { Connection: 'close' }),
  });
  if (request.complete) {
    response.end(text);
    return;
  }
  // Without an end: with it, Node would read the rest of the body and close the connection.
  response.write(text);
  setTimeout(() => request.socket.destroy(), graceMs).unref();
}
