import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Injectable, type BeforeApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

/** Milliseconds that requests under way have once every browser was let go. */
const requestGrace = 1_500;

/**
 * The open ports. The root module provides it, so that Nest ends it first: nobody new comes in while browsers take their
 * leave and what is under way is answered.
 */
@Injectable()
export class Listeners implements OnModuleDestroy, BeforeApplicationShutdown {
  private plain: Server | undefined;

  constructor(private readonly host: HttpAdapterHost) {}

  get port(): number {
    return portOf(this.main);
  }

  /** Where it says over plain HTTP how to trust its certificate, with TLS. */
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
    setTimeout(() => this.main.closeAllConnections(), requestGrace).unref();
  }

  private get main(): Server {
    return this.host.httpAdapter.getHttpServer() as Server;
  }
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
