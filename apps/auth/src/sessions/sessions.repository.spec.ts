import type { SessionId } from '@devchitchat/contracts';
import { ada, bob, sessionIds } from '../testing/people';
import { AuthFile } from '../testing/auth-file';
import { ageLimit, idleLimit, openSession, signOut } from './session';
import { SessionsRepository } from './sessions.repository';

const now = 1_790_000_000_000;
const [first, second, third] = sessionIds;

async function open(file: AuthFile, sessions: SessionsRepository, sessionId: SessionId, at: number, who = ada) {
  await file.at(at).write((transaction) => {
    transaction.append(openSession({ sessionId, userId: who.userId, device: 'Firefox', by: 'password' }, at));
    sessions.sweepTokens(at);
    return { ok: true, value: sessions.keepToken(sessionId, `hash of ${sessionId}`, at) };
  });
}

describe('the sessions table', () => {
  it('finds sessions by the hash of their token, by id and by person, latest seen first', async () => {
    await using file = await AuthFile.open(now);
    const sessions = new SessionsRepository(file.database.sqlite);
    await open(file, sessions, first, now);
    await open(file, sessions, second, now + 1);
    await file.write(() => ({ ok: true, value: sessions.markSeen(first, now + 2) }));

    expect(sessions.byTokenHash(`hash of ${first}`)).toEqual({
      sessionId: first,
      userId: ada.userId,
      device: 'Firefox',
      createdAt: now,
      expiresAt: now + ageLimit,
      lastSeenAt: now + 2,
    });
    expect(sessions.byId(second)?.lastSeenAt).toBe(now + 1);
    expect(sessions.ofUser(ada.userId).map(({ sessionId }) => sessionId)).toEqual([first, second]);
    expect(sessions.ofUser(bob.userId)).toEqual([]);
  });

  it('drops revoked sessions, and sweeps their tokens when the next one opens', async () => {
    await using file = await AuthFile.open(now);
    const sessions = new SessionsRepository(file.database.sqlite);
    await open(file, sessions, first, now);
    await file.happened(signOut(sessions.byId(first)));
    expect(sessions.byTokenHash(`hash of ${first}`)).toBeUndefined();

    await open(file, sessions, second, now);
    expect(file.tables()['session_tokens']).toMatchObject([{ session_id: second }]);
  });

  it('does not accumulate unused sessions', async () => {
    await using file = await AuthFile.open(now);
    const sessions = new SessionsRepository(file.database.sqlite);
    await open(file, sessions, first, now);
    await open(file, sessions, second, now + idleLimit);
    expect(file.tables()['session_tokens']).toMatchObject([{ session_id: second }]);

    await open(file, sessions, third, now + idleLimit + ageLimit);
    expect(file.tables()['sessions']).toMatchObject([{ session_id: third }]);
  });
});
