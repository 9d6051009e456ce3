import { actorOf, ada, bob, sessionIds } from '../testing/people';
import {
  ageLimit,
  endOtherSessions,
  idleLimit,
  isDueToBeSeen,
  isLive,
  openSession,
  revokeSession,
  seenIntervalMs,
  signOut,
  type SessionState,
} from './session';

const [first, second, third] = sessionIds;
const now = 1_790_000_000_000;
const sessionOf = (userId: SessionState['userId'], sessionId = first, lastSeenAt = now): SessionState => ({
  sessionId,
  userId,
  expiresAt: now + ageLimit,
  lastSeenAt,
});

describe('a session', () => {
  it('expires a year after it was opened', () => {
    const { body } = openSession({ sessionId: first, userId: ada.userId, device: 'Firefox', by: 'invite' }, now);
    const lastSeenAt = now + ageLimit;
    expect(isLive({ ...body, lastSeenAt }, now + ageLimit - 1)).toBe(true);
    expect(isLive({ ...body, lastSeenAt }, now + ageLimit)).toBe(false);
  });

  it('expires after thirty days without use', () => {
    expect(isLive(sessionOf(ada.userId), now + idleLimit - 1)).toBe(true);
    expect(isLive(sessionOf(ada.userId), now + idleLimit)).toBe(false);
  });

  it('is marked as seen at most once an hour', () => {
    expect(isDueToBeSeen(sessionOf(ada.userId), now + seenIntervalMs - 1)).toBe(false);
    expect(isDueToBeSeen(sessionOf(ada.userId), now + seenIntervalMs)).toBe(true);
  });

  it('keeps the device name out of the log', () => {
    const opened = openSession({ sessionId: first, userId: ada.userId, device: "Ada's phone", by: 'invite' }, now);
    expect(JSON.stringify(opened.body)).not.toContain('phone');
    expect(opened.content).toEqual({ device: "Ada's phone" });
  });
});

describe('revoking a session', () => {
  it('ends it, and notifies its person', () => {
    expect(revokeSession(sessionOf(ada.userId), actorOf(ada, second), now)).toMatchObject({
      ok: true,
      value: [{ body: { sessionId: first, userId: ada.userId }, scopeId: ada.userId, audience: [ada.userId] }],
    });
  });

  it.each([
    ["another person's session", sessionOf(bob.userId)],
    ['an expired session', sessionOf(ada.userId, first, now - idleLimit)],
    ['an unknown session', undefined],
  ])('is refused in the same words for %s', (_, session) => {
    expect(revokeSession(session, actorOf(ada), now)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });
});

it('signing out twice appends one event', () => {
  expect(signOut(sessionOf(ada.userId))).toMatchObject([{ body: { sessionId: first } }]);
  expect(signOut(undefined)).toEqual([]);
});

it('ending a person’s sessions can spare the requesting one', () => {
  const sessions = sessionIds.map((sessionId) => sessionOf(ada.userId, sessionId));
  const ended = endOtherSessions(sessions, actorOf(ada, second));
  expect(ended.map(({ body }) => body)).toEqual([
    { sessionId: first, userId: ada.userId },
    { sessionId: third, userId: ada.userId },
  ]);
});
