import {
  accepted,
  authCommands as auth,
  authReasons as reasons,
  refused,
  type InputOf,
  type ReplyTo,
} from '@devchitchat/contracts';
import {
  GroupCommit,
  Handles,
  hashToken,
  randomCharacters,
  type CommandContext,
  type SignedInContext,
} from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { UsersRepository } from '../accounts/users.repository';
import { isLive } from '../sessions/session';
import { SessionIssuer } from '../sessions/sessions.issuer';
import { SessionsRepository } from '../sessions/sessions.repository';
import { codeLength, codeLifetimeMs, redeemCode } from './device-code';
import { DeviceCodesRepository } from './device-codes.repository';

@Controller()
export class DevicesController {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly codes: DeviceCodesRepository,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly issuer: SessionIssuer,
  ) {}

  @Handles(auth.deviceCodeCreate)
  createCode(_input: object, context: SignedInContext): Promise<ReplyTo<typeof auth.deviceCodeCreate>> {
    const { userId, sessionId } = context.actor;
    if (!sessionId) return Promise.resolve(refused(reasons.deviceRequired));
    const code = randomCharacters(codeLength);
    return this.groupCommit.run(context, ({ now }) => {
      const expiresAt = now + codeLifetimeMs;
      this.codes.keep({ userId, sessionId, expiresAt }, hashToken(code));
      return accepted({ code, expiresAt });
    });
  }

  @Handles(auth.deviceCodeRedeem)
  redeemCode(
    { code: typed, device }: InputOf<typeof auth.deviceCodeRedeem>,
    context: CommandContext,
  ): Promise<ReplyTo<typeof auth.deviceCodeRedeem>> {
    const hash = hashToken(typed);
    return this.groupCommit.run(context, (transaction) => {
      const { now } = transaction;
      const code = this.codes.byHash(hash);
      const shownBy = code && this.sessions.byId(code.sessionId);
      const isShownByLiveSession = shownBy !== undefined && isLive(shownBy, now);
      const decided = redeemCode({ code, user: code && this.users.byId(code.userId), isShownByLiveSession }, now);
      if (!decided.ok) return decided;
      const user = decided.value;
      this.codes.remove(user.userId);
      return accepted({
        user,
        ...this.issuer.issue(transaction, { userId: user.userId, device, by: 'device_code' }),
      });
    });
  }
}
