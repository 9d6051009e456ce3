import { ErasedTexts } from '@devchitchat/service-kit';
import { Module } from '@nestjs/common';
import { AccountsController } from './accounts/accounts.controller';
import { PicturesRepository } from './accounts/pictures.repository';
import { DeletionController } from './deletion/deletion.controller';
import { PasswordsController } from './passwords/passwords.controller';
import { PasswordStrength } from './passwords/password-strength.zxcvbn';
import { PasswordHasher } from './passwords/passwords.hasher';
import { SignInWatch } from './sessions/sign-in-watch';
import { PasswordsRepository } from './passwords/passwords.repository';
import { PersonalContents } from './deletion/personal-contents.repository';
import { UsersRepository } from './accounts/users.repository';
import { BotKeys } from './bots/bot-keys.files';
import { BotsController } from './bots/bots.controller';
import { BotsRepository } from './bots/bots.repository';
import { DeviceCodesRepository } from './devices/device-codes.repository';
import { DevicesController } from './devices/devices.controller';
import { ImportsController } from './imports/imports.controller';
import { InviteRights } from './invitations/invite-rights.repository';
import { HandedOut } from './invitations/handed-out.links';
import { InvitationsController } from './invitations/invitations.controller';
import { InvitesRepository } from './invitations/invites.repository';
import { RedemptionController } from './invitations/redemption.controller';
import { AuditRepository } from './administration/audit.repository';
import { PeopleController } from './administration/people.controller';
import { RecoveryController } from './recovery/recovery.controller';
import { RecoveryLinksRepository } from './recovery/recovery-links.repository';
import { FailedSignInsLog } from './sessions/failed-sign-ins.log';
import { SessionsController } from './sessions/sessions.controller';
import { SessionIssuer } from './sessions/sessions.issuer';
import { SessionsRepository } from './sessions/sessions.repository';
import { SettingsController } from './administration/settings.controller';
import { SettingsRepository } from './settings/settings.repository';

/** Accounts, bots, and the three ways to get a session: an invite, a password, or another device. */
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
    SettingsController,
  ],
  providers: [
    UsersRepository,
    PicturesRepository,
    PersonalContents,
    ErasedTexts,
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
    SettingsRepository,
    InviteRights,
  ],
})
export class AuthModule {}
