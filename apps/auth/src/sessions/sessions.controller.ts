import {
  accepted,
  authCommands as auth,
  commonReasons,
  refused,
  timedCursorOf,
  type InputOf,
  type ReplyTo,
  type SessionId,
} from '@devchitchat/contracts';
import {
  addressBlock,
  GroupCommit,
  Handles,
  hashToken,
  pageOf,
  type CommandContext,
  type SignedInContext,
} from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { SignInWatch } from './sign-in-watch';
import { handleKeyOf } from '../accounts/user';
import { UsersRepository } from '../accounts/users.repository';
import { comesAfter, isDueToBeSeen, isLive, revokeSession, signOut } from './session';
import { SessionsRepository } from './sessions.repository';
import { SettingsRepository } from '../settings/settings.repository';

@Controller()
export class SessionsController {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly sessions: SessionsRepository,
    private readonly users: UsersRepository,
    private readonly watch: SignInWatch,
    private readonly settings: SettingsRepository,
  ) {}

  @Handles(auth.sessionResolve)
  async resolveSession(
    { token }: InputOf<typeof auth.sessionResolve>,
    context: CommandContext,
  ): Promise<ReplyTo<typeof auth.sessionResolve>> {
    const hash = hashToken(token);
    await this.markSeen(hash, context);
    // Reads again right before the answer, because the session may have been revoked meanwhile.
    const session = this.sessions.byTokenHash(hash);
    const user = session && this.users.byId(session.userId);
    if (!session || !user?.active || !isLive(session, Date.now())) {
      return refused(commonReasons.sessionOver);
    }
    const { sessionId, userId } = session;
    this.watch.saw(handleKeyOf(user.handle), addressBlock(context.address), performance.now());
    return accepted({ actor: { userId, sessionId, role: user.role }, user, settings: this.settings.current() });
  }

  @Handles(auth.sessionCheck)
  checkSessions({ sessionIds }: InputOf<typeof auth.sessionCheck>): ReplyTo<typeof auth.sessionCheck> {
    const now = Date.now();
    const over: SessionId[] = [];
    const admins: SessionId[] = [];
    for (const sessionId of sessionIds) {
      const session = this.sessions.byId(sessionId);
      if (!session || !isLive(session, now)) over.push(sessionId);
      else if (this.users.isAdmin(session.userId)) admins.push(sessionId);
    }
    return accepted({ over, admins });
  }

  @Handles(auth.sessionList)
  listSessions(
    { after, limit }: InputOf<typeof auth.sessionList>,
    { actor }: SignedInContext,
  ): ReplyTo<typeof auth.sessionList> {
    const now = Date.now();
    const live = this.sessions
      .ofUser(actor.userId)
      .filter((session) => isLive(session, now) && (after === undefined || comesAfter(session, after)));
    const sessions = live.map(({ sessionId, device, createdAt, lastSeenAt }) => ({
      sessionId,
      device,
      createdAt,
      lastSeenAt,
      current: sessionId === actor.sessionId,
    }));
    const { page, next } = pageOf(sessions, limit, ({ lastSeenAt, sessionId }) => timedCursorOf(lastSeenAt, sessionId));
    return accepted({ sessions: page, next });
  }

  @Handles(auth.sessionRevoke)
  revokeSession(
    { sessionId }: InputOf<typeof auth.sessionRevoke>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof auth.sessionRevoke>> {
    return this.groupCommit.run(context, (transaction) => {
      const decided = revokeSession(this.sessions.byId(sessionId), context.actor, transaction.now);
      if (!decided.ok) return decided;
      for (const draft of decided.value) transaction.append(draft);
      return accepted({});
    });
  }

  @Handles(auth.signOut)
  signOut(_input: object, context: SignedInContext): Promise<ReplyTo<typeof auth.signOut>> {
    return this.groupCommit.run(context, (transaction) => {
      const { sessionId } = context.actor;
      for (const draft of signOut(sessionId ? this.sessions.byId(sessionId) : undefined)) transaction.append(draft);
      return accepted({});
    });
  }

  /** Ignores write errors: on a full disk, people must stay signed in. */
  private async markSeen(hash: string, context: CommandContext): Promise<void> {
    const now = Date.now();
    const session = this.sessions.byTokenHash(hash);
    if (!session || !isLive(session, now) || !isDueToBeSeen(session, now)) return;
    await this.groupCommit.run(context, () => accepted(this.sessions.markSeen(session.sessionId, now)));
  }
}
