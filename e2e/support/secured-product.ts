import { expect, type Browser, type LaunchOptions } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from './free-port';
import { Product } from './product';
import { TrustingBrowser } from './trusting-browser';

/** Launch options of a browser that resolves these names, which only the network of the friends knows, to this machine. */
export const resolving = (options: LaunchOptions, ...names: readonly string[]): LaunchOptions => ({
  ...options,
  args: [...(options.args ?? []), `--host-resolver-rules=${names.map((name) => `MAP ${name} 127.0.0.1`).join(',')}`],
});

/** A product with HTTPS and a certificate authority of its own, and a browser that trusts it. */
export class SecuredProduct {
  private constructor(
    readonly product: Product,
    /** The port of the page that explains the certificate. */
    readonly httpPort: number,
    private readonly trusting: TrustingBrowser,
  ) {}

  static async start(options: LaunchOptions, environment: Readonly<Record<string, string>> = {}) {
    const httpPort = await freePort();
    const product = await Product.home({
      environment: { TLS: 'local', PUBLIC_URL: '', HTTP_PORT: String(httpPort), ...environment },
    });
    const { cert } = await authorityOf(product);
    return new SecuredProduct(product, httpPort, await TrustingBrowser.open(cert, options));
  }

  get browser(): Browser {
    return this.trusting.browser;
  }

  /** The authority's private key and certificate, PEM. */
  authority(): Promise<{ key: string; cert: string }> {
    return authorityOf(this.product);
  }

  /** Fails if the product reported errors. */
  async end(): Promise<void> {
    await this.trusting[Symbol.asyncDispose]();
    await this.product.end();
    expect(this.product.reportedErrors()).toEqual([]);
  }
}

async function authorityOf({ dataDir }: Product): Promise<{ key: string; cert: string }> {
  const read = (name: string) => readFile(join(dataDir, 'tls', name), 'utf8');
  return { key: await read('ca.key'), cert: await read('ca.crt') };
}
