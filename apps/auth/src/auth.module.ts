import { ErasedWords } from '@devchitchat/service-kit';
import { Module } from '@nestjs/common';
import { AccountsController } from './accounts/accounts.controller';
import { DeletionController } from './accounts/deletion.controller';
import { PasswordsController } from './accounts/passwords.controller';
import { PasswordStrength } from './accounts/password-strength.zxcvbn';
import { PasswordHasher } from './accounts/passwords.hasher';
import { SignInWatch } from './accounts/sign-in-watch';
import { PasswordsRepository } from './accounts/passwords.repository';
import { PersonalContents } from './accounts/personal-contents.repository';
import { UsersRepository } from './accounts/users.repository';
import { BotKeys } from './bots/bot-keys.files';
import { BotsController } from './bots/bots.controller';
import { BotsRepository } from './bots/bots.repository';
import { DeviceCodesRepository } from './devices/device-codes.repository';
import { DevicesController } from './devices/devices.controller';
import { ImportsController } from './imports/imports.controller';
import { HandedOut } from './invitations/handed-out.links';
import { InvitationsController } from './invitations/invitations.controller';
import { InvitesRepository } from './invitations/invites.repository';
import { RedemptionController } from './invitations/redemption.controller';
import { AuditRepository } from './people/audit.repository';
import { PeopleController } from './people/people.controller';
import { RecoveryController } from './recovery/recovery.controller';
import { RecoveryLinksRepository } from './recovery/recovery-links.repository';
import { FailedSignInsLog } from './sessions/failed-sign-ins.log';
import { SessionsController } from './sessions/sessions.controller';
import { SessionIssuer } from './sessions/sessions.issuer';
import { SessionsRepository } from './sessions/sessions.repository';

/** Who: accounts, bots, and the three ways to a session (an invite, a password, another device). */
@Module({
  controllers: [
    AccountsController,
    DeletionController,
    PeopleController,
    PasswordsController,
    InvitationsController,
    RedemptionController,
    SessionsController,
    DevicesController,
    RecoveryController,
    BotsController,
    ImportsController,
  ],
  providers: [
    UsersRepository,
    PersonalContents,
    ErasedWords,
    PasswordsRepository,
    PasswordHasher,
    { provide: SignInWatch, useFactory: () => new SignInWatch() },
    PasswordStrength,
    InvitesRepository,
    SessionsRepository,
    SessionIssuer,
    FailedSignInsLog,
    DeviceCodesRepository,
    RecoveryLinksRepository,
    AuditRepository,
    HandedOut,
    BotsRepository,
    BotKeys,
  ],
})
export class AuthModule {}
