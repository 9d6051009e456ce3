import { accepted, authCommands as auth, refused, type InputOf, type ReplyTo } from '@devchitchat/contracts';
import { GroupCommit, Handles, type SignedInContext } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { changeDisplayName } from './user';
import { UsersRepository } from './users.repository';

@Controller()
export class AccountsController {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly users: UsersRepository,
  ) {}

  @Handles(auth.userList)
  async listUsers(): Promise<ReplyTo<typeof auth.userList>> {
    return accepted({ users: await this.users.all() });
  }

  @Handles(auth.profileUpdate)
  updateProfile(
    { displayName }: InputOf<typeof auth.profileUpdate>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof auth.profileUpdate>> {
    return this.groupCommit.run(context, (transaction) => {
      const user = this.users.byId(context.actor.userId);
      if (!user) return refused('unauthenticated', 'This account is not here any more.');
      for (const draft of changeDisplayName(user, displayName)) transaction.append(draft);
      return accepted({ user: { ...user, displayName } });
    });
  }
}
