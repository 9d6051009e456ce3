import { once } from 'node:events';
import { request } from 'node:http';
import { createServer } from 'node:https';
import { connect } from 'node:net';

/** A proxy with a certificate of its own before a product on plain HTTP, as an operator of a domain runs one. */
export async function httpsProxy(
  certificate: { readonly key: string; readonly cert: string },
  port: number,
  productPort: number,
): Promise<AsyncDisposable> {
  const behind = { host: '127.0.0.1', port: productPort };
  const forwarded = { 'x-forwarded-for': '203.0.113.7', 'x-forwarded-proto': 'https' };
  const server = createServer(certificate, (asked, answer) => {
    const { method, url: path, headers } = asked;
    const passedOn = request({ ...behind, method, path, headers: { ...headers, ...forwarded } }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(answer);
    });
    passedOn.on('error', () => answer.destroy());
    asked.pipe(passedOn);
  });
  server.on('upgrade', (asked, browser, head: Buffer) => {
    const product = connect(behind.port, behind.host, () => {
      const headers = Object.entries({ ...asked.headers, ...forwarded }).map(
        ([name, value]) => `${name}: ${String(value)}`,
      );
      product.write(`GET ${asked.url ?? '/'} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
      product.write(head);
      product.pipe(browser).pipe(product);
    });
    for (const [one, other] of [
      [browser, product],
      [product, browser],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await Promise.resolve();
    },
  };
}
