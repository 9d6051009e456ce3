import type { SessionId } from '@devchitchat/contracts';
import { hashToken, randomId, randomToken, type Transaction } from '@devchitchat/service-kit';
import { Injectable } from '@nestjs/common';
import { endAllSessions, inExcess, isLive, openSession, type Opening } from './session';
import { SessionsRepository } from './sessions.repository';

/** Opens sessions, for every way of signing in. */
@Injectable()
export class SessionIssuer {
  constructor(private readonly sessions: SessionsRepository) {}

  /** Returns the only copy of the token: just its hash is stored. */
  issue(transaction: Transaction, opening: Omit<Opening, 'sessionId'>): { sessionToken: string; expiresAt: number } {
    const sessionId = randomId<SessionId>('s');
    const sessionToken = randomToken();
    // Lists of sessions grow only here. A person at the limit loses the session that was unused the longest.
    const live = this.sessions.ofUser(opening.userId).filter((session) => isLive(session, transaction.now));
    for (const draft of endAllSessions(inExcess(live))) transaction.append(draft);
    const opened = openSession({ ...opening, sessionId }, transaction.now);
    transaction.append(opened);
    this.sessions.sweepTokens(transaction.now);
    this.sessions.keepToken(sessionId, hashToken(sessionToken), transaction.now);
    return { sessionToken, expiresAt: opened.body.expiresAt };
  }
}
