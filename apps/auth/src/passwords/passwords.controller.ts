import {
  accepted,
  authCommands as auth,
  authReasons as reasons,
  refused,
  type InputOf,
  type ReplyTo,
} from '@devchitchat/contracts';
import {
  addressBlock,
  GroupCommit,
  Handles,
  type CommandContext,
  type SignedInContext,
} from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { DeviceCodesRepository } from '../devices/device-codes.repository';
import { FailedSignInsLog } from '../sessions/failed-sign-ins.log';
import { endOtherSessions } from '../sessions/session';
import { SessionIssuer } from '../sessions/sessions.issuer';
import { SessionsRepository } from '../sessions/sessions.repository';
import { changePassword, signIn } from './password';
import { PasswordStrength } from './password-strength.zxcvbn';
import { PasswordHasher, turnOf } from './passwords.hasher';
import { PasswordsRepository } from './passwords.repository';
import { SignInWatch } from '../sessions/sign-in-watch';
import { handleKeyOf } from '../accounts/user';
import { UsersRepository } from '../accounts/users.repository';

/**
 * Hashing is slow and happens outside the transaction. A proof counts only if the hash it was made against is still the
 * stored one inside the transaction.
 */
@Controller()
export class PasswordsController {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly hasher: PasswordHasher,
    private readonly strength: PasswordStrength,
    private readonly passwords: PasswordsRepository,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly issuer: SessionIssuer,
    private readonly failedSignIns: FailedSignInsLog,
    private readonly watch: SignInWatch,
    private readonly codes: DeviceCodesRepository,
  ) {}

  @Handles(auth.signIn)
  async signIn(
    { handle, password, device }: InputOf<typeof auth.signIn>,
    context: CommandContext,
  ): Promise<ReplyTo<typeof auth.signIn>> {
    const user = this.users.byHandle(handle);
    const hash = user && this.passwords.hashOf(user.userId);
    const [account, block] = [handleKeyOf(handle), addressBlock(context.address)];
    const waitMs = this.watch.waitFor(account, block, performance.now());
    if (waitMs > 0) {
      return refused(reasons.signInTries, { waitMs }, waitMs);
    }
    const rank = this.watch.rankOf(account, block, performance.now());
    const matched = await this.hasher.matches(hash, password, { ...turnOf(block, context), rank });
    if (!matched.ok) return matched;
    if (matched.value) this.watch.succeeded(account, block, performance.now());
    else this.watch.failed(account, block, performance.now());
    if (!matched.value) this.failedSignIns.note(user?.userId ?? null);
    return this.groupCommit.run(context, (transaction) => {
      const isProven = matched.value && user !== undefined && this.passwords.hashOf(user.userId) === hash;
      const decided = signIn(user, isProven);
      if (!decided.ok) return decided;
      const { userId } = decided.value;
      return accepted({ user: decided.value, ...this.issuer.issue(transaction, { userId, device, by: 'password' }) });
    });
  }

  @Handles(auth.passwordStatus)
  hasPassword(_input: object, { actor }: SignedInContext): ReplyTo<typeof auth.passwordStatus> {
    return accepted({ isSet: this.passwords.hashOf(actor.userId) !== undefined });
  }

  @Handles(auth.passwordSet)
  async setPassword(
    { currentPassword, newPassword }: InputOf<typeof auth.passwordSet>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof auth.passwordSet>> {
    const { userId } = context.actor;
    const current = this.passwords.hashOf(userId);
    const matched =
      current === undefined || currentPassword === undefined
        ? accepted(false)
        : await this.hasher.matches(current, currentPassword, turnOf(userId, context));
    if (!matched.ok) return matched;
    const user = this.users.byId(userId);
    const guessable = newPassword !== null && user && (await this.strength.refuseGuessable(newPassword, user));
    if (guessable) return guessable;
    const next = newPassword === null ? accepted(null) : await this.hasher.hash(newPassword, turnOf(userId, context));
    if (!next.ok) return next;
    return this.groupCommit.run(context, (transaction) => {
      const stored = this.passwords.hashOf(userId);
      const state = { userId, isSet: stored !== undefined, isProven: matched.value && stored === current };
      const decided = changePassword(state, next.value === null ? 'removed' : 'set');
      if (!decided.ok) return decided;
      const ended = endOtherSessions(this.sessions.ofUser(userId), context.actor);
      for (const draft of [...decided.value, ...ended]) transaction.append(draft);
      this.passwords.keep(userId, next.value);
      // A leaked device code may be the reason for the new password.
      this.codes.remove(userId);
      return accepted({});
    });
  }
}
