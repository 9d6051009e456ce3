import {
  accepted,
  authEvents,
  authReasons as reasons,
  limits,
  partsOfTimedCursor,
  refused,
  type Actor,
  type BodyOf,
  type Reply,
  type SessionId,
  type UserId,
} from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';

const day = 86_400_000;
/** A session expires after this many milliseconds without use. */
export const idleLimit = 30 * day;
/** A session expires this many milliseconds after it was opened, however much it is used. */
export const ageLimit = 365 * day;
/** Milliseconds between two "seen" marks of a session in use, since each mark costs a write. */
export const seenIntervalMs = 3_600_000;

export interface SessionState {
  readonly sessionId: SessionId;
  readonly userId: UserId;
  readonly expiresAt: number;
  readonly lastSeenAt: number;
}

export const isLive = ({ expiresAt, lastSeenAt }: SessionState, now: number): boolean =>
  now < expiresAt && now < lastSeenAt + idleLimit;

export const isDueToBeSeen = ({ lastSeenAt }: SessionState, now: number): boolean => now >= lastSeenAt + seenIntervalMs;

export interface Opening {
  readonly sessionId: SessionId;
  readonly userId: UserId;
  /** The name that the device reports. */
  readonly device: string;
  readonly by: BodyOf<typeof authEvents.sessionOpened>['by'];
}

export const openSession = ({ sessionId, userId, device, by }: Opening, now: number) =>
  draft(authEvents.sessionOpened, {
    scopeId: userId,
    body: { sessionId, userId, expiresAt: now + ageLimit, by },
    content: { device },
    audience: [],
  });

/** Whether a session comes after a position in the list, which is ordered by last use, newest first. */
export function comesAfter({ lastSeenAt, sessionId }: SessionState, cursor: string): boolean {
  const { time, id } = partsOfTimedCursor(cursor);
  return lastSeenAt < time || (lastSeenAt === time && sessionId > id);
}

/** The sessions to end before another one opens: beyond the limit, those that were unused the longest. */
export const inExcess = (live: readonly SessionState[]): readonly SessionState[] =>
  [...live].sort((a, b) => b.lastSeenAt - a.lastSeenAt).slice(limits.sessionsPerPerson - 1);

const end = ({ sessionId, userId }: Pick<SessionState, 'sessionId' | 'userId'>) =>
  draft(authEvents.sessionRevoked, {
    scopeId: userId,
    body: { sessionId, userId },
    content: null,
    audience: [userId],
  });

/** Ends one of the actor's own sessions. The refusal does not reveal whether another person's session exists. */
export function revokeSession(session: SessionState | undefined, actor: Actor, now: number): Reply<readonly Draft[]> {
  if (session?.userId !== actor.userId || !isLive(session, now)) {
    return refused(reasons.sessionUnknown);
  }
  return accepted([end(session)]);
}

/** Returns no events if the session has already ended. */
export const signOut = (session: SessionState | undefined): readonly Draft[] => (session ? [end(session)] : []);

/** Ends all of a person's sessions. */
export const endAllSessions = (sessions: readonly SessionState[]): readonly Draft[] => sessions.map(end);

/** After a password change, ends every session except the one that changed it. */
export const endOtherSessions = (sessions: readonly SessionState[], actor: Actor): readonly Draft[] =>
  sessions.filter(({ sessionId }) => sessionId !== actor.sessionId).map(end);
