import {
  accepted,
  messagingCommands as messaging,
  type InputOf,
  type InviteId,
  type ReplyTo,
} from '@devchitchat/contracts';
import { GroupCommit, Handles, pageOf, randomId, randomToken, type SignedInContext } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { SnapshotsRepository } from '../snapshots/snapshots.repository';
import { PeopleRepository } from '../people/people.repository';
import { unlessFull } from '../rooms/room-count';
import { RoomsRepository } from '../rooms/rooms.repository';
import { createInvite, deadLink, mayHandleInvites, openInvite, redeemInvite, revokeInvite } from './invite';
import { RoomInvitesRepository } from './room-invites.repository';

@Controller()
export class RoomInvitesController {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly rooms: RoomsRepository,
    private readonly invites: RoomInvitesRepository,
    private readonly snapshots: SnapshotsRepository,
    private readonly people: PeopleRepository,
  ) {}

  @Handles(messaging.roomInviteCreate)
  createInvite(
    { roomId, expiresInSeconds, maxUses, history, serverInviteId }: InputOf<typeof messaging.roomInviteCreate>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.roomInviteCreate>> {
    const createdBy = context.actor.userId;
    return this.groupCommit.run(context, (transaction) => {
      const member = mayHandleInvites(this.rooms.byId(roomId), createdBy, this.people);
      if (!member.ok) return member;
      const token = randomToken();
      const inviteId = randomId<InviteId>('i');
      const createdAt = transaction.now;
      const terms = {
        inviteId,
        expiresAt: createdAt + expiresInSeconds * 1_000,
        maxUses,
        history,
        serverInviteId: serverInviteId ?? null,
      };
      const made = createInvite(member.value, terms);
      if (!made.ok) return made;
      this.rooms.append(transaction, made.value);
      this.invites.keepToken(inviteId, token);
      return accepted({ invite: { ...terms, roomId, createdBy, createdAt, uses: 0, revokedAt: null }, token });
    });
  }

  @Handles(messaging.roomInviteList)
  async listInvites(
    { roomId, after = Number.MAX_SAFE_INTEGER, limit }: InputOf<typeof messaging.roomInviteList>,
    { actor }: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.roomInviteList>> {
    const member = mayHandleInvites(this.rooms.byId(roomId), actor.userId, this.people);
    if (!member.ok) return member;
    const found = await this.invites.ofRoom(roomId, after, limit + 1);
    const { page, next } = pageOf(found, limit, ({ eventId }) => eventId);
    return accepted({ invites: page.map(({ invite }) => invite), next });
  }

  @Handles(messaging.roomInviteRevoke)
  revokeInvite(
    { roomId, inviteId }: InputOf<typeof messaging.roomInviteRevoke>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.roomInviteRevoke>> {
    return this.groupCommit.run(context, (transaction) => {
      const member = mayHandleInvites(this.rooms.byId(roomId), context.actor.userId, this.people);
      if (!member.ok) return member;
      const decided = revokeInvite(member.value.room, this.invites.byId(inviteId));
      if (!decided.ok) return decided;
      for (const draft of decided.value) this.rooms.append(transaction, draft);
      return accepted({});
    });
  }

  @Handles(messaging.roomInvitePreview)
  previewInvite({ token }: InputOf<typeof messaging.roomInvitePreview>): ReplyTo<typeof messaging.roomInvitePreview> {
    const invite = this.invites.byToken(token);
    const opened = openInvite(invite ? this.rooms.byId(invite.roomId) : null, invite, Date.now(), this.people);
    if (!opened.ok) return opened;
    const { room, kind, createdBy, expiresAt } = opened.value;
    const name = this.rooms.contentOf(room.roomId).name;
    return accepted({
      room: { roomId: room.roomId, kind, name, memberCount: room.members.size },
      invitedBy: this.people.displayNameOf(createdBy),
      expiresAt,
    });
  }

  @Handles(messaging.roomInviteRedeem)
  redeemInvite(
    { token }: InputOf<typeof messaging.roomInviteRedeem>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.roomInviteRedeem>> {
    return this.groupCommit.run(context, (transaction) => {
      const invite = this.invites.byToken(token);
      if (!invite) return deadLink();
      const room = this.rooms.byId(invite.roomId);
      const { userId } = context.actor;
      const redeemed = redeemInvite(room, invite, userId, transaction.now, this.people);
      const decided = unlessFull(redeemed, userId, (comer) => this.rooms.countOf(comer));
      if (!decided.ok) return decided;
      for (const draft of decided.value) this.rooms.append(transaction, draft);
      return accepted(this.snapshots.of(invite.roomId, context.actor.userId));
    });
  }
}
