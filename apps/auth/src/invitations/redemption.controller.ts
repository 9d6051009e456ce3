import { accepted, authCommands as auth, type InputOf, type ReplyTo, type UserId } from '@devchitchat/contracts';
import { GroupCommit, Handles, hashToken, randomId, type CommandContext } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { UsersRepository } from '../accounts/users.repository';
import { SessionIssuer } from '../sessions/sessions.issuer';
import { openInvite } from './invite';
import { InviteRights } from './invite-rights.repository';
import type { InviteRow } from './invite.entity';
import { InvitesRepository } from './invites.repository';
import { redeemInvite } from './redemption';

/** Commands for clients that hold an invite link and have no account yet. */
@Controller()
export class RedemptionController {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly invites: InvitesRepository,
    private readonly users: UsersRepository,
    private readonly issuer: SessionIssuer,
    private readonly rights: InviteRights,
  ) {}

  @Handles(auth.invitePreview)
  previewInvite({ token }: InputOf<typeof auth.invitePreview>): ReplyTo<typeof auth.invitePreview> {
    const invite = this.invites.byTokenHash(hashToken(token));
    const opened = openInvite(invite, {
      now: Date.now(),
      isAnybodyHere: this.users.isAnybodyHere(),
      isStillTheirs: this.isStillTheirs(invite),
    });
    if (!opened.ok) return opened;
    const { createdBy, expiresAt, firstAdmin } = opened.value;
    const invitedBy = createdBy && this.users.byId(createdBy);
    return accepted({ invitedBy: invitedBy?.displayName ?? null, expiresAt, firstAdmin });
  }

  /** Reads and claims the invite in one transaction, so that its last use cannot be redeemed twice. */
  @Handles(auth.inviteRedeem)
  redeemInvite(
    { token, handle, displayName, device }: InputOf<typeof auth.inviteRedeem>,
    context: CommandContext,
  ): Promise<ReplyTo<typeof auth.inviteRedeem>> {
    const userId = randomId<UserId>('u');
    return this.groupCommit.run(context, (transaction) => {
      const invite = this.invites.byTokenHash(hashToken(token));
      const state = {
        invite,
        isStillTheirs: this.isStillTheirs(invite),
        isAnybodyHere: this.users.isAnybodyHere(),
        isHandleTaken: this.users.byHandle(handle) !== undefined,
      };
      const decided = redeemInvite(state, { userId, handle, displayName }, transaction.now);
      if (!decided.ok) return decided;
      const [registered, redeemed] = decided.value;
      transaction.append(registered);
      transaction.append(redeemed);
      const session = this.issuer.issue(transaction, { userId, device, by: 'invite' });
      const user = {
        userId,
        handle,
        displayName,
        role: registered.body.role,
        isBot: false,
        active: true,
        createdAt: transaction.now,
      };
      return accepted({ user, ...session });
    });
  }

  /** Checks the creator's current right, even though what ends it also voids their links. */
  private isStillTheirs(invite: InviteRow | undefined): boolean {
    return invite !== undefined && (invite.createdBy === null || this.rights.mayInvite(invite.createdBy));
  }
}
