import {
  accepted,
  signalingCommands as signaling,
  type InputOf,
  type Relay,
  type ReplyTo,
  type UserId,
} from '@devchitchat/contracts';
import { ENVIRONMENT, Handles, type SignedInContext } from '@devchitchat/service-kit';
import { Controller, Inject } from '@nestjs/common';
import type { SignalingEnvironment } from '../environment';
import { StunResponder } from '../stun/stun-responder.udp';
import { turnCredentials } from './turn-credentials';
import { turnServerOf } from './turn-server.files';

@Controller()
export class IceServersController {
  private readonly turnServer;

  constructor(
    @Inject(ENVIRONMENT) private readonly environment: SignalingEnvironment,
    private readonly stun: StunResponder,
  ) {
    this.turnServer = turnServerOf(environment);
  }

  @Handles(signaling.rtcIceServers)
  iceServers(
    _input: InputOf<typeof signaling.rtcIceServers>,
    { actor }: SignedInContext,
  ): ReplyTo<typeof signaling.rtcIceServers> {
    return accepted({ stunPort: this.stun.port, relay: this.relayFor(actor.userId) });
  }

  private relayFor(userId: UserId): Relay | null {
    if (!this.turnServer) return null;
    const { urls, secret } = this.turnServer;
    const { TURN_TTL_SECONDS: expiresInSeconds } = this.environment;
    return { urls, ...turnCredentials(secret, userId, Date.now(), expiresInSeconds), expiresInSeconds };
  }
}
