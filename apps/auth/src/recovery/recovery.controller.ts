import { accepted, authCommands as auth, type InputOf, type Reply, type ReplyTo } from '@devchitchat/contracts';
import {
  GroupCommit,
  Handles,
  hashToken,
  randomToken,
  type CommandContext,
  type SignedInContext,
} from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { passwordChanged } from '../passwords/password';
import { PasswordStrength } from '../passwords/password-strength.zxcvbn';
import { PasswordHasher, turnOf } from '../passwords/passwords.hasher';
import { PasswordsRepository } from '../passwords/passwords.repository';
import { UsersRepository } from '../accounts/users.repository';
import { endAllSessions } from '../sessions/session';
import { SessionIssuer } from '../sessions/sessions.issuer';
import { SessionsRepository } from '../sessions/sessions.repository';
import {
  createRecovery,
  createRecoveryByOperator,
  isMakerTrusted,
  openRecovery,
  recoveryCreated,
  recoveryRedeemed,
} from './recovery-link';
import { RecoveryLinksRepository } from './recovery-links.repository';

/** Account recovery for a person without a signed-in device or a password: an admin gives them a link. */
@Controller()
export class RecoveryController {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly links: RecoveryLinksRepository,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly issuer: SessionIssuer,
    private readonly hasher: PasswordHasher,
    private readonly strength: PasswordStrength,
    private readonly passwords: PasswordsRepository,
  ) {}

  @Handles(auth.recoveryCreate)
  createLink(
    { userId }: InputOf<typeof auth.recoveryCreate>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof auth.recoveryCreate>> {
    const token = randomToken();
    return this.groupCommit.run(context, (transaction) => {
      const decided = createRecovery(context.actor.userId, this.users.byId(userId), transaction.now);
      if (!decided.ok) return decided;
      transaction.append(recoveryCreated(decided.value));
      this.links.keep(decided.value, hashToken(token));
      return accepted({ token, expiresAt: decided.value.expiresAt });
    });
  }

  @Handles(auth.recoveryCreateByOperator)
  createLinkByOperator(
    { handle, makeAdmin }: InputOf<typeof auth.recoveryCreateByOperator>,
    context: CommandContext,
  ): Promise<ReplyTo<typeof auth.recoveryCreateByOperator>> {
    const token = randomToken();
    return this.groupCommit.run(context, (transaction) => {
      const decided = createRecoveryByOperator(this.users.byHandle(handle), makeAdmin, transaction.now);
      if (!decided.ok) return decided;
      const { user, link, before } = decided.value;
      for (const draft of [...before, recoveryCreated(link)]) transaction.append(draft);
      this.links.keep(link, hashToken(token));
      return accepted({ user: this.users.byId(user.userId) ?? user, token, expiresAt: link.expiresAt });
    });
  }

  @Handles(auth.recoveryPreview)
  preview({ token }: InputOf<typeof auth.recoveryPreview>): ReplyTo<typeof auth.recoveryPreview> {
    const opened = this.open(token, Date.now());
    return opened.ok ? accepted({ user: opened.value.user, expiresAt: opened.value.link.expiresAt }) : opened;
  }

  /** Checks the link before the expensive hash, and again in the transaction that claims it. */
  @Handles(auth.recoveryRedeem)
  async redeem(
    { token, newPassword, device }: InputOf<typeof auth.recoveryRedeem>,
    context: CommandContext,
  ): Promise<ReplyTo<typeof auth.recoveryRedeem>> {
    const looked = this.open(token, Date.now());
    if (!looked.ok) return looked;
    const guessable =
      newPassword !== undefined && (await this.strength.refuseGuessable(newPassword, looked.value.user));
    if (guessable) return guessable;
    const hashed: Reply<string | undefined> =
      newPassword === undefined
        ? accepted(undefined)
        : await this.hasher.hash(newPassword, turnOf(looked.value.user.userId, context));
    if (!hashed.ok) return hashed;
    return this.groupCommit.run(context, (transaction) => {
      const opened = this.open(token, transaction.now);
      if (!opened.ok) return opened;
      const { user } = opened.value;
      const { userId } = user;
      this.links.removeFor(userId);
      transaction.append(recoveryRedeemed(userId));
      if (hashed.value !== undefined) {
        for (const draft of [passwordChanged(userId, 'set'), ...endAllSessions(this.sessions.ofUser(userId))]) {
          transaction.append(draft);
        }
        this.passwords.keep(userId, hashed.value);
      }
      return accepted({ user, ...this.issuer.issue(transaction, { userId, device, by: 'recovery' }) });
    });
  }

  private open(token: string, now: number): ReturnType<typeof openRecovery> {
    const link = this.links.byHash(hashToken(token));
    const isMakerAdmin = link !== undefined && isMakerTrusted(link, (userId) => this.users.isAdmin(userId));
    return openRecovery(link, { user: link && this.users.byId(link.userId), isMakerAdmin }, now);
  }
}
