import type { SessionId } from '@devchitchat/contracts';
import { hashToken, randomId, randomToken, type Transaction } from '@devchitchat/service-kit';
import { Injectable } from '@nestjs/common';
import { endAllSessions, inExcess, isLive, openSession, type Opening } from './session';
import { SessionsRepository } from './sessions.repository';

/** Signs somebody in, whatever they showed for it. */
@Injectable()
export class SessionIssuer {
  constructor(private readonly sessions: SessionsRepository) {}

  /** The token is in this answer and nowhere else: only its hash is stored. */
  issue(transaction: Transaction, opening: Omit<Opening, 'sessionId'>): { sessionToken: string; expiresAt: number } {
    const sessionId = randomId<SessionId>('s');
    const sessionToken = randomToken();
    // Only here a list of sessions can grow: whoever has as many as there may be loses the one unused the longest.
    const live = this.sessions.ofUser(opening.userId).filter((session) => isLive(session, transaction.now));
    for (const draft of endAllSessions(inExcess(live))) transaction.append(draft);
    const opened = openSession({ ...opening, sessionId }, transaction.now);
    transaction.append(opened);
    this.sessions.sweepTokens(transaction.now);
    this.sessions.keepToken(sessionId, hashToken(sessionToken), transaction.now);
    return { sessionToken, expiresAt: opened.body.expiresAt };
  }
}
