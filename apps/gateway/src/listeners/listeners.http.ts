import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Injectable, type BeforeApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

/** Milliseconds for requests in progress after all browsers were disconnected. */
const requestGraceMs = 1_500;

/**
 * The open ports. Provided by the root module, so that Nest closes it first: no new connections are accepted while browsers
 * disconnect and requests in progress finish.
 */
@Injectable()
export class Listeners implements OnModuleDestroy, BeforeApplicationShutdown {
  private plain: Server | undefined;

  constructor(private readonly host: HttpAdapterHost) {}

  get port(): number {
    return portOf(this.main);
  }

  /** With TLS, the port of the plain HTTP listener. */
  get plainPort(): number | undefined {
    return this.plain && portOf(this.plain);
  }

  keepPlain(plain: Server): void {
    this.plain = plain;
  }

  onModuleDestroy(): void {
    this.main.close();
    this.plain?.close();
    this.plain?.closeAllConnections();
  }

  beforeApplicationShutdown(): void {
    setTimeout(() => this.main.closeAllConnections(), requestGraceMs).unref();
  }

  private get main(): Server {
    return this.host.httpAdapter.getHttpServer() as Server;
  }
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
