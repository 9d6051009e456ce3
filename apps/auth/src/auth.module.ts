import { Module } from '@nestjs/common';
import { AccountsController } from './accounts/accounts.controller';
import { PasswordsController } from './accounts/passwords.controller';
import { PasswordHasher } from './accounts/passwords.hasher';
import { PasswordsRepository } from './accounts/passwords.repository';
import { UsersRepository } from './accounts/users.repository';
import { DeviceCodesRepository } from './devices/device-codes.repository';
import { DevicesController } from './devices/devices.controller';
import { InvitationsController } from './invitations/invitations.controller';
import { InvitesRepository } from './invitations/invites.repository';
import { RedemptionController } from './invitations/redemption.controller';
import { SessionsController } from './sessions/sessions.controller';
import { SessionIssuer } from './sessions/sessions.issuer';
import { SessionsRepository } from './sessions/sessions.repository';

/** Who: accounts, and the three ways to a session (an invite, a password, another device). */
@Module({
  controllers: [
    AccountsController,
    PasswordsController,
    InvitationsController,
    RedemptionController,
    SessionsController,
    DevicesController,
  ],
  providers: [
    UsersRepository,
    PasswordsRepository,
    PasswordHasher,
    InvitesRepository,
    SessionsRepository,
    SessionIssuer,
    DeviceCodesRepository,
  ],
})
export class AuthModule {}
