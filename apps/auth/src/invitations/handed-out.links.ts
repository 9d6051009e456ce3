import type { UserId } from '@devchitchat/contracts';
import type { Transaction } from '@devchitchat/service-kit';
import { Injectable } from '@nestjs/common';
import { RecoveryLinksRepository } from '../recovery/recovery-links.repository';
import { revoked } from './invite';
import { InvitesRepository } from './invites.repository';

/** Invites and recovery links that a person created for others. Writes only inside GroupCommit. */
@Injectable()
export class HandedOut {
  constructor(
    private readonly invites: InvitesRepository,
    private readonly recoveryLinks: RecoveryLinksRepository,
  ) {}

  /** Voids the invites of everyone who is not an admin. */
  voidInvitesOfMembers(transaction: Transaction): void {
    for (const inviteId of this.invites.openOfMembers(transaction.now)) transaction.append(revoked(inviteId));
  }

  /** Voids all links of a person who loses a role or the account, permanently. */
  voidAllBy(admin: UserId, transaction: Transaction): void {
    for (const inviteId of this.invites.openBy(admin, transaction.now)) transaction.append(revoked(inviteId));
    this.recoveryLinks.removeBy(admin);
  }
}
