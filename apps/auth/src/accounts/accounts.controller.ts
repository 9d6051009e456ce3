import {
  accepted,
  authCommands as auth,
  commonReasons,
  refused,
  type InputOf,
  type ReplyTo,
} from '@devchitchat/contracts';
import { GroupCommit, Handles, pageOf, type SignedInContext } from '@devchitchat/service-kit';
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
  listUsers({ after, limit }: InputOf<typeof auth.userList>): ReplyTo<typeof auth.userList> {
    const { page, next } = pageOf(this.users.after(after, limit + 1), limit, ({ userId }) => userId);
    return accepted({ users: page, next });
  }

  @Handles(auth.profileUpdate)
  updateProfile(
    { displayName }: InputOf<typeof auth.profileUpdate>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof auth.profileUpdate>> {
    return this.groupCommit.run(context, (transaction) => {
      const user = this.users.byId(context.actor.userId);
      if (!user) return refused(commonReasons.accountGone);
      for (const draft of changeDisplayName(user, displayName)) transaction.append(draft);
      return accepted({ user: { ...user, displayName } });
    });
  }
}
