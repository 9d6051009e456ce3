import type { UserId } from '@devchitchat/contracts';
import { Injectable } from '@nestjs/common';
import { UsersRepository } from '../accounts/users.repository';
import { SettingsRepository } from '../settings/settings.repository';
import { mayInvite } from './invite';

/** Answers whether a person may invite others to the server right now. */
@Injectable()
export class InviteRights {
  constructor(
    private readonly users: UsersRepository,
    private readonly settings: SettingsRepository,
  ) {}

  mayInvite(userId: UserId): boolean {
    return mayInvite(this.users.byId(userId), this.settings.current());
  }
}
