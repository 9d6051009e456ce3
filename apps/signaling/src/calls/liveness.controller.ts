import { accepted, signalingCommands as signaling, type InputOf, type ReplyTo } from '@devchitchat/contracts';
import { Handles, type SignedInContext } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { Liveness } from './liveness';
import { SpeakersService } from './speakers.service';

@Controller()
export class LivenessController {
  constructor(
    private readonly speakers: SpeakersService,
    private readonly liveness: Liveness,
  ) {}

  @Handles(signaling.rtcKeepAlive)
  keepAlive(
    { links, ...peer }: InputOf<typeof signaling.rtcKeepAlive>,
    { actor }: SignedInContext,
  ): ReplyTo<typeof signaling.rtcKeepAlive> {
    const speaking = this.speakers.callOf(peer, actor);
    if (!speaking.ok) return speaking;
    this.liveness.confirm(peer.peerId, links);
    return accepted({});
  }
}
