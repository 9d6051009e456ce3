import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';
import { ENVIRONMENT, LOGGER, type Logger } from '@devchitchat/service-kit';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { SignalingEnvironment } from '../environment/environment';
import { answerTo } from './binding';

/** A STUN responder, so that browsers need no third party's server to learn their public address. */
@Injectable()
export class StunResponder implements OnApplicationBootstrap, OnApplicationShutdown {
  private socket: Socket | undefined;

  constructor(
    @Inject(ENVIRONMENT) private readonly environment: Pick<SignalingEnvironment, 'HOST' | 'STUN_PORT'>,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** The port it answers on; `null` if disabled or the port is taken. */
  get port(): number | null {
    return this.socket?.address().port ?? null;
  }

  /** Calls within one network work without it, so a taken port does not prevent the start. */
  async onApplicationBootstrap(): Promise<void> {
    const { HOST: address, STUN_PORT: port } = this.environment;
    if (port === null) return;
    const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
    socket.on('message', (datagram, from) => {
      const answer = answerTo(datagram, from);
      if (answer) socket.send(answer, from.port, from.address);
    });
    try {
      socket.bind(port, address);
      await once(socket, 'listening');
    } catch (error) {
      this.logger.warn('The STUN responder could not open its port. Set STUN_PORT to another one.', {
        address,
        port,
        error,
      });
      return;
    }
    // An unsent datagram counts as a lost one.
    socket.on('error', (error) => this.logger.debug('The STUN responder failed to answer.', { error }));
    this.socket = socket;
    this.logger.info('STUN responder listening.', { address, port });
  }

  onApplicationShutdown(): void {
    this.socket?.close();
    this.socket = undefined;
  }
}
