import {
  accepted,
  authCommands as auth,
  authReasons as reasons,
  refused,
  type InputOf,
  type ReplyTo,
  type User,
  type UserId,
} from '@devchitchat/contracts';
import {
  GroupCommit,
  Handles,
  pageOf,
  randomId,
  type CommandContext,
  type SignedInContext,
} from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { UsersRepository } from '../accounts/users.repository';
import { createBot, revokeBot } from './bot';
import { BotKeys } from './bot-keys.files';
import { BotsRepository } from './bots.repository';

const noSigner = refused(reasons.botKeyMissing);

@Controller()
export class BotsController {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly users: UsersRepository,
    private readonly bots: BotsRepository,
    private readonly keys: BotKeys,
  ) {}

  @Handles(auth.botCreate)
  createBot(input: InputOf<typeof auth.botCreate>, context: SignedInContext): Promise<ReplyTo<typeof auth.botCreate>> {
    return this.create(context.actor.userId, input, context);
  }

  @Handles(auth.botCreateByOperator)
  createBotByOperator(
    input: InputOf<typeof auth.botCreateByOperator>,
    context: CommandContext,
  ): Promise<ReplyTo<typeof auth.botCreateByOperator>> {
    return this.create(null, input, context);
  }

  /** `createdBy` is the admin, or `null` for the operator at the server's terminal. */
  private async create(
    createdBy: UserId | null,
    { handle, displayName }: InputOf<typeof auth.botCreate>,
    context: CommandContext,
  ): Promise<ReplyTo<typeof auth.botCreate>> {
    const userId = randomId<UserId>('u');
    const minted = await this.keys.mint(userId);
    if (!minted) return noSigner;
    const { credentials, publicKey } = minted;
    return this.groupCommit.run(context, (transaction) => {
      const isHandleTaken = this.users.byHandle(handle) !== undefined;
      const decided = createBot({ userId, publicKey, handle, displayName }, isHandleTaken);
      if (!decided.ok) return decided;
      transaction.append(decided.value);
      const user: User = {
        userId,
        handle,
        displayName,
        role: 'member',
        isBot: true,
        active: true,
        createdAt: transaction.now,
      };
      return accepted({ bot: { user, createdBy, revokedAt: null }, credentials });
    });
  }

  @Handles(auth.botList)
  listBots({ after = Number.MAX_SAFE_INTEGER, limit }: InputOf<typeof auth.botList>): ReplyTo<typeof auth.botList> {
    const { page, next } = pageOf(this.bots.before(after, limit + 1), limit, ({ eventId }) => eventId);
    return accepted({ bots: page.map(({ bot }) => bot), next });
  }

  @Handles(auth.botRevoke)
  async revokeBot(
    { userId }: InputOf<typeof auth.botRevoke>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof auth.botRevoke>> {
    const reply = await this.groupCommit.run(context, (transaction) => {
      const decided = revokeBot(this.bots.byId(userId));
      if (!decided.ok) return decided;
      for (const draft of decided.value) transaction.append(draft);
      return accepted({});
    });
    if (reply.ok) await this.keys.tellRevoked();
    return reply;
  }

  @Handles(auth.botCheck)
  checkBots({ after, limit }: InputOf<typeof auth.botCheck>): ReplyTo<typeof auth.botCheck> {
    const { page, next } = pageOf(this.bots.after(after, limit + 1), limit, ({ userId }) => userId);
    const idsWhere = (isRevoked: boolean) =>
      page.filter(({ revokedAt }) => (revokedAt !== null) === isRevoked).map(({ userId }) => userId);
    return accepted({ live: idsWhere(false), revoked: idsWhere(true), next });
  }
}
