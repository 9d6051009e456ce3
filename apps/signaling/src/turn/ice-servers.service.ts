import type { IceServers, Relay, UserId } from '@devchitchat/contracts';
import { ENVIRONMENT } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import type { SignalingEnvironment } from '../environment/environment';
import { StunResponder } from '../stun/stun-responder.udp';
import { turnCredentials } from './turn-credentials';
import { turnServerOf } from './turn-server.files';

/** Provides ICE servers: this server's STUN and fresh credentials for its TURN server. */
@Injectable()
export class IceServersService {
  private readonly turnServer;

  constructor(
    @Inject(ENVIRONMENT) private readonly environment: SignalingEnvironment,
    private readonly stun: StunResponder,
  ) {
    this.turnServer = turnServerOf(environment);
  }

  for(userId: UserId): IceServers {
    return { stunPort: this.stun.port, relay: this.relayFor(userId) };
  }

  private relayFor(userId: UserId): Relay | null {
    if (!this.turnServer) return null;
    const { urls, secret } = this.turnServer;
    const { TURN_TTL_SECONDS: expiresInSeconds } = this.environment;
    return { urls, ...turnCredentials(secret, userId, Date.now(), expiresInSeconds), expiresInSeconds };
  }
}
