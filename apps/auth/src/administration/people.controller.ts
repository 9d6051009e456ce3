import {
  accepted,
  authCommands as auth,
  type Account,
  type InputOf,
  type Reply,
  type ReplyTo,
  type UserId,
} from '@devchitchat/contracts';
import {
  GroupCommit,
  Handles,
  pageOf,
  type Draft,
  type SignedInContext,
  type Transaction,
} from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import type { ListedUser } from '../accounts/user';
import { UsersRepository } from '../accounts/users.repository';
import { HandedOut } from '../invitations/handed-out.links';
import { RecoveryLinksRepository } from '../recovery/recovery-links.repository';
import { isLive, type SessionState } from '../sessions/session';
import { SessionsRepository } from '../sessions/sessions.repository';
import { disableAccount, enableAccount, foundAfter, signOutEverywhere, stateOf } from '../people/account';
import { AuditRepository } from './audit.repository';
import { changeRole } from '../people/role';

/** Commands by which admins manage accounts. */
@Controller()
export class PeopleController {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly recoveryLinks: RecoveryLinksRepository,
    private readonly handedOut: HandedOut,
    private readonly audit: AuditRepository,
  ) {}

  @Handles(auth.userSetRole)
  setRole(
    { userId, role }: InputOf<typeof auth.userSetRole>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof auth.userSetRole>> {
    return this.groupCommit.run(context, (transaction) => {
      const user = this.users.byId(userId);
      const decided = changeRole(user, role, user !== undefined && this.users.isLastAdmin(user));
      const changed = appendDecided(transaction, decided);
      if (changed.ok && role === 'member') this.handedOut.voidAllBy(userId, transaction);
      return changed;
    });
  }

  @Handles(auth.userDisable)
  disable(
    { userId, reason }: InputOf<typeof auth.userDisable>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof auth.userDisable>> {
    return this.groupCommit.run(context, (transaction) => {
      const decided = disableAccount({
        by: context.actor.userId,
        user: this.users.byId(userId),
        reason,
        sessions: this.liveSessions(userId, transaction.now),
        admins: this.users.admins(),
      });
      const disabled = appendDecided(transaction, decided);
      if (!disabled.ok) return disabled;
      this.handedOut.voidAllBy(userId, transaction);
      this.recoveryLinks.removeFor(userId);
      return disabled;
    });
  }

  @Handles(auth.userEnable)
  enable(
    { userId }: InputOf<typeof auth.userEnable>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof auth.userEnable>> {
    return this.groupCommit.run(context, (transaction) =>
      appendDecided(transaction, enableAccount(this.users.byId(userId))),
    );
  }

  @Handles(auth.userEndSessions)
  endSessions(
    { userId }: InputOf<typeof auth.userEndSessions>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof auth.userEndSessions>> {
    return this.groupCommit.run(context, (transaction) => {
      const sessions = this.liveSessions(userId, transaction.now);
      const ended = appendDecided(transaction, signOutEverywhere(this.users.byId(userId), sessions));
      return ended.ok ? accepted({ ended: sessions.length }) : ended;
    });
  }

  @Handles(auth.userListAccounts)
  listAccounts(input: InputOf<typeof auth.userListAccounts>): ReplyTo<typeof auth.userListAccounts> {
    const found = foundAfter(this.users.people(), input).slice(0, input.limit + 1);
    const now = Date.now();
    const accounts = found.map((listed) => this.accountOf(listed, now));
    const { page, next } = pageOf(accounts, input.limit, ({ user }) => user.handle);
    return accepted({ accounts: page, next });
  }

  @Handles(auth.auditList)
  listActs({ after = Number.MAX_SAFE_INTEGER, limit }: InputOf<typeof auth.auditList>): ReplyTo<typeof auth.auditList> {
    const { page, next } = pageOf(this.audit.latest(after, limit + 1), limit, ({ eventId }) => eventId);
    return accepted({ acts: page, next });
  }

  private accountOf({ user, disabledAt }: ListedUser, now: number): Account {
    const sessions = this.liveSessions(user.userId, now);
    const lastSeenAt = sessions[0]?.lastSeenAt ?? null;
    return { user, state: stateOf(user), disabledAt, sessions: sessions.length, lastSeenAt };
  }

  /** Latest seen first. */
  private liveSessions(userId: UserId, now: number): SessionState[] {
    return this.sessions.ofUser(userId).filter((session) => isLive(session, now));
  }
}

function appendDecided(transaction: Transaction, decided: Reply<readonly Draft[]>): Reply<Record<string, never>> {
  if (!decided.ok) return decided;
  for (const draft of decided.value) transaction.append(draft);
  return accepted({});
}
