import { accepted, messagingCommands as messaging, type InputOf, type ReplyTo } from '@devchitchat/contracts';
import { Handles, type SignedInContext } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { PeopleRepository } from '../people/people.repository';
import { memberOf } from '../rooms/access';
import { RoomsRepository } from '../rooms/rooms.repository';
import { MentionsRepository } from './mentions.repository';
import { ReadMarks } from './read-marks.service';

@Controller()
export class ReadingController {
  constructor(
    private readonly marks: ReadMarks,
    private readonly rooms: RoomsRepository,
    private readonly people: PeopleRepository,
    private readonly mentions: MentionsRepository,
  ) {}

  @Handles(messaging.readMark)
  moveMarks(
    { rooms }: InputOf<typeof messaging.readMark>,
    { actor }: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.readMark>> {
    return this.marks.move(actor.userId, rooms);
  }

  @Handles(messaging.readDigest)
  digest(
    { roomId, afterSeq }: InputOf<typeof messaging.readDigest>,
    { actor: { userId } }: SignedInContext,
  ): ReplyTo<typeof messaging.readDigest> {
    const member = memberOf(this.rooms.byId(roomId), userId);
    if (!member.ok) return member;
    const after = Math.max(afterSeq, member.value.historyStart - 1);
    return accepted(this.mentions.digest(roomId, after, userId, this.people.handleOf(userId) ?? ''));
  }
}
