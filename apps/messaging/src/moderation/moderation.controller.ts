import {
  accepted,
  messagingCommands as messaging,
  type InputOf,
  type Reply,
  type ReplyTo,
  type RoomId,
} from '@devchitchat/contracts';
import { GroupCommit, Handles, pageOf, type SignedInContext } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { PeopleRepository } from '../people/people.repository';
import { RoomsRepository } from '../rooms/rooms.repository';
import { ActsRepository } from './acts.repository';
import { moderate, moderatorIn, type ModerationCommand } from './moderate';

@Controller()
export class ModerationController {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly rooms: RoomsRepository,
    private readonly people: PeopleRepository,
    private readonly acts: ActsRepository,
  ) {}

  @Handles(messaging.memberKick)
  kick(
    input: InputOf<typeof messaging.memberKick>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.memberKick>> {
    return this.moderate(context, input.roomId, () => ({ type: 'kick', userId: input.userId, reason: input.reason }));
  }

  @Handles(messaging.memberBan)
  ban(
    input: InputOf<typeof messaging.memberBan>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.memberBan>> {
    return this.moderate(context, input.roomId, () => ({
      type: 'ban',
      userId: input.userId,
      reason: input.reason,
      known: this.people.isKnown(input.userId),
    }));
  }

  @Handles(messaging.memberUnban)
  unban(
    input: InputOf<typeof messaging.memberUnban>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.memberUnban>> {
    return this.moderate(context, input.roomId, () => ({ type: 'unban', userId: input.userId }));
  }

  @Handles(messaging.memberMute)
  mute(
    { roomId, userId, reason, seconds }: InputOf<typeof messaging.memberMute>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.memberMute>> {
    return this.moderate(context, roomId, (now) => ({ type: 'mute', userId, reason, until: now + seconds * 1_000 }));
  }

  @Handles(messaging.memberUnmute)
  unmute(
    { roomId, userId }: InputOf<typeof messaging.memberUnmute>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.memberUnmute>> {
    return this.moderate(context, roomId, () => ({ type: 'unmute', userId }));
  }

  @Handles(messaging.memberSetRole)
  setRole(
    input: InputOf<typeof messaging.memberSetRole>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.memberSetRole>> {
    return this.moderate(context, input.roomId, () => ({ type: 'set role', userId: input.userId, role: input.role }));
  }

  @Handles(messaging.moderationList)
  list(
    { roomId, after = Number.MAX_SAFE_INTEGER, limit }: InputOf<typeof messaging.moderationList>,
    { actor }: SignedInContext,
  ): ReplyTo<typeof messaging.moderationList> {
    const moderator = moderatorIn(this.rooms.byId(roomId), actor.userId, this.people);
    if (!moderator.ok) return moderator;
    const found = this.acts.before(roomId, after, limit + 1, moderator.value.historyStart);
    const { page, next } = pageOf(found, limit, ({ eventId }) => eventId);
    return accepted({ acts: page, next });
  }

  /** Decides inside the transaction, from the current state. */
  private moderate(
    context: SignedInContext,
    roomId: RoomId,
    command: (now: number) => ModerationCommand,
  ): Promise<Reply<Record<string, never>>> {
    return this.groupCommit.run(context, (transaction) => {
      const decided = moderate(this.rooms.byId(roomId), command(transaction.now), context.actor.userId, this.people);
      if (!decided.ok) return decided;
      for (const draft of decided.value) this.rooms.append(transaction, draft);
      return accepted({});
    });
  }
}
