import { accepted, signalingCommands as signaling, type InputOf, type ReplyTo } from '@devchitchat/contracts';
import { Handles, type SignedInContext } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { RoomsRepository } from '../rooms/rooms.repository';
import { speaksIn } from './access';
import { Attendance } from './attendance';
import { CallsRegistry } from './calls.registry';

@Controller()
export class AttendanceController {
  constructor(
    private readonly calls: CallsRegistry,
    private readonly rooms: RoomsRepository,
    private readonly attendance: Attendance,
  ) {}

  @Handles(signaling.rtcKeepAlive)
  keepAlive(
    { callId, peerId, links }: InputOf<typeof signaling.rtcKeepAlive>,
    { actor }: SignedInContext,
  ): ReplyTo<typeof signaling.rtcKeepAlive> {
    const speaking = speaksIn(this.calls.byId(callId), {
      peerId,
      by: actor,
      seatedAt: this.attendance.sessionOf(peerId),
      isMember: (roomId) => this.rooms.isMember(roomId, actor.userId),
    });
    if (!speaking.ok) return speaking;
    this.attendance.answered(peerId, links);
    return accepted({});
  }
}
