import {
  accepted,
  authEvents,
  authReasons as reasons,
  limits,
  partsOfTimedPlace,
  refused,
  type Actor,
  type BodyOf,
  type Reply,
  type SessionId,
  type UserId,
} from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';

const day = 86_400_000;
/** A session that was not used for this long, in milliseconds, is over. */
export const idleLimit = 30 * day;
/** However much it is used, a session is over this long after it was opened, in milliseconds. */
export const ageLimit = 365 * day;
/** How often, in milliseconds, a session in use is marked as seen: each mark costs a write. */
export const seenInterval = 3_600_000;

export interface SessionState {
  readonly sessionId: SessionId;
  readonly userId: UserId;
  readonly expiresAt: number;
  readonly lastSeenAt: number;
}

export const isLive = ({ expiresAt, lastSeenAt }: SessionState, now: number): boolean =>
  now < expiresAt && now < lastSeenAt + idleLimit;

export const isDueToBeSeen = ({ lastSeenAt }: SessionState, now: number): boolean => now >= lastSeenAt + seenInterval;

export interface Opening {
  readonly sessionId: SessionId;
  readonly userId: UserId;
  /** What the device calls itself. */
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

/** Whether a session comes after a place in the list, latest seen first. */
export function comesAfter({ lastSeenAt, sessionId }: SessionState, place: string): boolean {
  const { time, id } = partsOfTimedPlace(place);
  return lastSeenAt < time || (lastSeenAt === time && sessionId > id);
}

/** Those that one more session is one too many beside: who lives with the most there may be loses what was unused the longest. */
export const inExcess = (live: readonly SessionState[]): readonly SessionState[] =>
  [...live].sort((a, b) => b.lastSeenAt - a.lastSeenAt).slice(limits.sessionsPerPerson - 1);

const end = ({ sessionId, userId }: Pick<SessionState, 'sessionId' | 'userId'>) =>
  draft(authEvents.sessionRevoked, {
    scopeId: userId,
    body: { sessionId, userId },
    content: null,
    audience: [userId],
  });

/** One ends one's own sessions only, and is not told whether somebody else's exists. */
export function revokeSession(session: SessionState | undefined, actor: Actor, now: number): Reply<readonly Draft[]> {
  if (session?.userId !== actor.userId || !isLive(session, now)) {
    return refused(reasons.sessionUnknown);
  }
  return accepted([end(session)]);
}

/** Signing out twice is no mistake: the second time there is nothing left to end. */
export const signOut = (session: SessionState | undefined): readonly Draft[] => (session ? [end(session)] : []);

/** Nobody stays signed in as them. */
export const endAllSessions = (sessions: readonly SessionState[]): readonly Draft[] => sessions.map(end);

/** After a new password nobody stays signed in by the old one, but for the device it was set on. */
export const endOtherSessions = (sessions: readonly SessionState[], actor: Actor): readonly Draft[] =>
  sessions.filter(({ sessionId }) => sessionId !== actor.sessionId).map(end);
