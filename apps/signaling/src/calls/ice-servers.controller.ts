import { accepted, signalingCommands as signaling, type InputOf, type ReplyTo } from '@devchitchat/contracts';
import { Handles, type SignedInContext } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { SpeakersService } from './speakers.service';
import { IceServersService } from '../turn/ice-servers.service';

@Controller()
export class IceServersController {
  constructor(
    private readonly speakers: SpeakersService,
    private readonly servers: IceServersService,
  ) {}

  @Handles(signaling.rtcIceServers)
  iceServers(
    peer: InputOf<typeof signaling.rtcIceServers>,
    { actor }: SignedInContext,
  ): ReplyTo<typeof signaling.rtcIceServers> {
    const speaking = this.speakers.callOf(peer, actor);
    return speaking.ok ? accepted(this.servers.for(actor.userId)) : speaking;
  }
}
