import { accepted, signalingCommands as signaling, type InputOf, type ReplyTo } from '@devchitchat/contracts';
import { Handles, type SignedInContext } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { Attendance } from './attendance';
import { SpeakersService } from './speakers.service';

@Controller()
export class AttendanceController {
  constructor(
    private readonly speakers: SpeakersService,
    private readonly attendance: Attendance,
  ) {}

  @Handles(signaling.rtcKeepAlive)
  keepAlive(
    { links, ...peer }: InputOf<typeof signaling.rtcKeepAlive>,
    { actor }: SignedInContext,
  ): ReplyTo<typeof signaling.rtcKeepAlive> {
    const speaking = this.speakers.callOf(peer, actor);
    if (!speaking.ok) return speaking;
    this.attendance.answered(peer.peerId, links);
    return accepted({});
  }
}
