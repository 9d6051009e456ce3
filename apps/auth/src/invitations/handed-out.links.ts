import type { UserId } from '@devchitchat/contracts';
import type { Transaction } from '@devchitchat/service-kit';
import { Injectable } from '@nestjs/common';
import { RecoveryLinksRepository } from '../recovery/recovery-links.repository';
import { revoked } from './invite';
import { InvitesRepository } from './invites.repository';

/** The links that an admin gave to others: invites and recovery links. Writes only inside GroupCommit. */
@Injectable()
export class HandedOut {
  constructor(
    private readonly invites: InvitesRepository,
    private readonly recoveryLinks: RecoveryLinksRepository,
  ) {}

  /** They are an admin no more: what they handed out opens nothing, and comes back by nothing. */
  voidAllBy(admin: UserId, transaction: Transaction): void {
    for (const inviteId of this.invites.openBy(admin, transaction.now)) transaction.append(revoked(inviteId));
    this.recoveryLinks.removeBy(admin);
  }
}
