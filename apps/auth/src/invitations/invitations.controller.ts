import {
  accepted,
  authCommands as auth,
  type InputOf,
  type Invite,
  type InviteId,
  type ReplyTo,
} from '@devchitchat/contracts';
import {
  GroupCommit,
  Handles,
  hashToken,
  pageOf,
  randomId,
  randomToken,
  type CommandContext,
  type SignedInContext,
} from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { UsersRepository } from '../accounts/users.repository';
import { createInvite, mintFirstAdminInvite, refuseInviting, revokeInvite } from './invite';
import { InviteRights } from './invite-rights.repository';
import type { InviteRow } from './invite.entity';
import { InvitesRepository } from './invites.repository';

const shown = ({ inviteId, createdBy, createdAt, expiresAt, maxUses, uses, revokedAt, note }: InviteRow): Invite => ({
  inviteId,
  createdBy,
  createdAt,
  expiresAt,
  maxUses,
  uses,
  revokedAt,
  note,
});

@Controller()
export class InvitationsController {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly invites: InvitesRepository,
    private readonly users: UsersRepository,
    private readonly rights: InviteRights,
  ) {}

  @Handles(auth.inviteCreate)
  createInvite(
    input: InputOf<typeof auth.inviteCreate>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof auth.inviteCreate>> {
    const inviteId = randomId<InviteId>('i');
    const token = randomToken();
    return this.groupCommit.run(context, (transaction) => {
      const { userId } = context.actor;
      const refusal = refuseInviting(context.actor, {
        isAllowed: this.rights.mayInvite(userId),
        open: this.invites.openBy(userId, transaction.now).length,
      });
      if (refusal) return refusal;
      const created = createInvite({ inviteId, ...input }, transaction.now);
      transaction.append(created);
      this.invites.keepToken(inviteId, hashToken(token));
      const { expiresAt, maxUses } = created.body;
      const made = { inviteId, createdBy: userId, createdAt: transaction.now, uses: 0, revokedAt: null };
      return accepted({ invite: { ...made, expiresAt, maxUses, note: input.note ?? null }, token });
    });
  }

  @Handles(auth.inviteList)
  async listInvites(
    { after = Number.MAX_SAFE_INTEGER, limit }: InputOf<typeof auth.inviteList>,
    { actor }: SignedInContext,
  ): Promise<ReplyTo<typeof auth.inviteList>> {
    const createdBy = this.users.isAdmin(actor.userId) ? undefined : actor.userId;
    const { page, next } = pageOf(
      await this.invites.before(after, limit + 1, createdBy),
      limit,
      ({ eventId }) => eventId,
    );
    return accepted({ invites: page.map(shown), next });
  }

  @Handles(auth.inviteRevoke)
  revokeInvite(
    { inviteId }: InputOf<typeof auth.inviteRevoke>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof auth.inviteRevoke>> {
    return this.groupCommit.run(context, (transaction) => {
      const decided = revokeInvite(this.invites.byId(inviteId), context.actor);
      if (!decided.ok) return decided;
      for (const draft of decided.value) transaction.append(draft);
      return accepted({});
    });
  }

  @Handles(auth.firstAdminInvite)
  mintFirstAdminInvite(_input: object, context: CommandContext): Promise<ReplyTo<typeof auth.firstAdminInvite>> {
    const inviteId = randomId<InviteId>('i');
    const token = randomToken();
    return this.groupCommit.run(context, (transaction) => {
      const state = { isAnybodyHere: this.users.isAnybodyHere(), open: this.invites.firstAdminInvites() };
      const drafts = mintFirstAdminInvite(state, inviteId, transaction.now);
      for (const draft of drafts) transaction.append(draft);
      const isMinted = drafts.length > 0;
      if (isMinted) this.invites.keepToken(inviteId, hashToken(token));
      return accepted({ token: isMinted ? token : null });
    });
  }
}
