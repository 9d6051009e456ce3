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

@Controller()
export class IceServersController {
  constructor(
    @Inject(ENVIRONMENT) private readonly environment: SignalingEnvironment,
    private readonly stun: StunResponder,
  ) {}

  @Handles(signaling.rtcIceServers)
  iceServers(
    _input: InputOf<typeof signaling.rtcIceServers>,
    { actor }: SignedInContext,
  ): ReplyTo<typeof signaling.rtcIceServers> {
    return accepted({ stunPort: this.stun.port, relay: this.relayFor(actor.userId) });
  }

  private relayFor(userId: UserId): Relay | null {
    const { TURN_URLS: urls, TURN_SECRET: secret, TURN_TTL_SECONDS: expiresInSeconds } = this.environment;
    if (!urls || !secret) return null;
    return { urls, ...turnCredentials(secret, userId, Date.now(), expiresInSeconds), expiresInSeconds };
  }
}
