import type { IncomingMessage, RequestListener } from 'node:http';

const deadlines = new WeakMap<IncomingMessage, NodeJS.Timeout>();

/** Wraps a request listener: a connection whose request has a body that does not arrive in time is closed. */
export const withBodyDeadline =
  (listener: RequestListener, ms: number): RequestListener =>
  (request, response) => {
    if (Number(request.headers['content-length'] ?? 0) > 0) {
      const deadline = setTimeout(() => {
        if (!request.complete) request.socket.destroy();
      }, ms).unref();
      deadlines.set(request, deadline);
      response.once('close', () => clearTimeout(deadline));
    }
    listener(request, response);
  };

/** Lifts the deadline of a body whose sender is known, so that a slow line has the time it needs. */
export const allowSlowBody = (request: IncomingMessage): void => clearTimeout(deadlines.get(request));
