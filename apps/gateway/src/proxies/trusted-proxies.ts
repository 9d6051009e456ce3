import type { IncomingMessage } from 'node:http';
import { isIP, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { addressBlock } from '@devchitchat/service-kit';
import proxyAddress from 'proxy-addr';
import { plainAddress } from './plain-address';

/**
 * Compiles addresses, networks and Express's names for groups of them.
 *
 * @throws {TypeError} for any other value
 */
export const trustIn = (addresses: readonly string[]) => proxyAddress.compile([...addresses]);

/**
 * Determines the client's address and scheme behind a proxy. `X-Forwarded-…` headers count only from proxies that the
 * operator listed, because any client can send them.
 */
export class TrustedProxies {
  private readonly trusts: ReturnType<typeof trustIn>;

  constructor(addresses: readonly string[]) {
    this.trusts = trustIn(addresses);
  }

  /** The client's address: in a chain of proxies, the first one that is not trusted. */
  addressOf(request: IncomingMessage): string {
    const address = proxyAddress(request, this.trusts);
    return plainAddress(isIP(address) ? address : request.socket.remoteAddress);
  }

  /** The client's address block: the address itself, or the network of an IPv6 address. */
  blockOf(request: IncomingMessage): string {
    return addressBlock(this.addressOf(request));
  }

  /** Whether the connection comes directly from a trusted proxy. */
  isProxied({ remoteAddress }: Socket): boolean {
    return this.trusts(remoteAddress ?? '', 0);
  }

  schemeOf({ socket, headers }: IncomingMessage): 'http' | 'https' {
    if (socket instanceof TLSSocket) return 'https';
    const said = headers['x-forwarded-proto'];
    const isProxied = said !== undefined && this.isProxied(socket);
    return isProxied && [said].flat()[0]?.split(',')[0]?.trim() === 'https' ? 'https' : 'http';
  }
}
