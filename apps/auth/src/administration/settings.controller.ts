import { accepted, authCommands as auth, type InputOf, type ReplyTo } from '@devchitchat/contracts';
import { GroupCommit, Handles, type SignedInContext } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { HandedOut } from '../invitations/handed-out.links';
import { changeSettings } from '../settings/settings';
import { SettingsRepository } from '../settings/settings.repository';

/** The command by which admins change the settings of the whole server. */
@Controller()
export class SettingsController {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly settings: SettingsRepository,
    private readonly handedOut: HandedOut,
  ) {}

  @Handles(auth.serverSettingsUpdate)
  update(
    wanted: InputOf<typeof auth.serverSettingsUpdate>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof auth.serverSettingsUpdate>> {
    return this.groupCommit.run(context, (transaction) => {
      for (const draft of changeSettings(this.settings.current(), wanted)) transaction.append(draft);
      if (!this.settings.current().membersMayInvite) this.handedOut.voidInvitesOfMembers(transaction);
      return accepted({});
    });
  }
}
