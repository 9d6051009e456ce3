import type { IncomingMessage } from 'node:http';
import { isIP, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { addressBlock } from '@devchitchat/service-kit';
import proxyAddress from 'proxy-addr';
import { plainAddress } from './plain-address';

/** Addresses, networks, and the names that Express has for groups of them. @throws {TypeError} for anything else */
export const trustIn = (addresses: readonly string[]) => proxyAddress.compile([...addresses]);

/**
 * Who asks, and how, where something stands in front of us. What a request says about that in `X-Forwarded-…` counts only
 * if it comes from a proxy that the operator named: anybody can write a header.
 */
export class TrustedProxies {
  private readonly trusts: ReturnType<typeof trustIn>;

  constructor(addresses: readonly string[]) {
    this.trusts = trustIn(addresses);
  }

  /** The address of the client; of a chain of proxies, the first that is not trusted. */
  addressOf(request: IncomingMessage): string {
    const address = proxyAddress(request, this.trusts);
    return plainAddress(isIP(address) ? address : request.socket.remoteAddress);
  }

  /** The same as far as it counts as one client: of an IPv6 address the network. */
  blockOf(request: IncomingMessage): string {
    return addressBlock(this.addressOf(request));
  }

  /** It comes straight from a proxy that the operator named. */
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
