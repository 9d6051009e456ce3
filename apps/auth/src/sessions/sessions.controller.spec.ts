import { accepted, authCommands as auth, type SessionId } from '@devchitchat/contracts';
import { randomTrace } from '@devchitchat/service-kit';
import { SignInWatch } from './sign-in-watch';
import { UsersRepository } from '../accounts/users.repository';
import { AuthFile } from '../testing/auth-file';
import { ada, registered } from '../testing/people';
import { refusedWith, RunningAuth, valueOf, type Person } from '../testing/running-auth';
import { SessionsController } from './sessions.controller';
import { SessionIssuer } from './sessions.issuer';
import { SettingsRepository } from '../settings/settings.repository';
import { SessionsRepository } from './sessions.repository';

let service: RunningAuth;
let laptop: Person;
let phone: Person;
beforeEach(async () => {
  service = await RunningAuth.start();
  laptop = await service.firstAdmin();
  const { code } = await service.get(auth.deviceCodeCreate, {}, laptop);
  const { sessionToken } = await service.get(auth.deviceCodeRedeem, { code, device: 'Chrome on Android' });
  phone = await service.resolve(sessionToken);
});
afterEach(() => service[Symbol.asyncDispose]());

const resolving = (person: Person) => service.ask(auth.sessionResolve, { token: person.sessionToken });

describe('a session', () => {
  it('identifies its person', async () => {
    expect(await resolving(laptop)).toMatchObject({
      ok: true,
      value: { actor: { ...laptop.actor, role: 'admin' }, user: { handle: 'ada', displayName: 'The ada' } },
    });
  });

  it.each(['', 'short', 'pX3uG7sQ0vLkT9aYbN2mZcR5eHfJ8dWiK1oC4gVhxUs'])(
    'is refused for an invented token: %p',
    async (token) => {
      expect(await service.ask(auth.sessionResolve, { token })).toMatchObject(refusedWith('unauthenticated'));
    },
  );

  it('is listed with its device, to its own person only', async () => {
    const { sessions } = await service.get(auth.sessionList, {}, phone);
    expect(sessions.map(({ device, current }) => ({ device, current }))).toEqual([
      { device: 'Chrome on Android', current: true },
      { device: 'Firefox on Linux', current: false },
    ]);
    const bob = await service.redeem(await service.invite(laptop), 'bob');
    expect((await service.get(auth.sessionList, {}, bob)).sessions).toHaveLength(1);
  });

  it('can be revoked from another device, which notifies its person', async () => {
    await service.get(auth.sessionRevoke, { sessionId: laptop.actor.sessionId }, phone);
    expect(await resolving(laptop)).toMatchObject(refusedWith('unauthenticated'));
    expect(await resolving(phone)).toMatchObject({ ok: true });
    await service.heard();
    expect(service.published.at(-1)).toMatchObject({
      audience: [laptop.actor.userId],
      event: { type: 'session.revoked', scope: { kind: 'user', id: laptop.actor.userId } },
    });
  });

  it('of another person cannot be revoked', async () => {
    const bob = await service.redeem(await service.invite(laptop), 'bob');
    const { sessionId } = laptop.actor;
    expect(await service.ask(auth.sessionRevoke, { sessionId }, bob)).toMatchObject(refusedWith('not_found'));
    expect(await resolving(laptop)).toMatchObject({ ok: true });
  });

  it('ends by signing out, which may be repeated', async () => {
    await service.get(auth.signOut, {}, phone);
    await service.get(auth.signOut, {}, phone);
    expect(await resolving(phone)).toMatchObject(refusedWith('unauthenticated'));
    expect((await service.heard()).filter((type) => type === 'session.revoked')).toHaveLength(1);
  });

  it('is reported as ended when a gateway checks it after a NATS outage', async () => {
    await service.get(auth.signOut, {}, phone);
    const unknown = 's_0000000000000001' as SessionId;
    const sessionIds = [laptop.actor.sessionId, phone.actor.sessionId, unknown];
    expect(await service.get(auth.sessionCheck, { sessionIds })).toEqual({
      over: [phone.actor.sessionId, unknown],
      admins: [laptop.actor.sessionId],
    });
  });
});

describe('a session in use', () => {
  const hour = 3_600_000;
  const asking = { actor: null, trace: randomTrace(), address: '', isAwaited: () => true };

  const openedAgo = (milliseconds: number) => AuthFile.open(Date.now() - milliseconds);

  async function signedInOn(file: AuthFile) {
    const { sqlite } = file.database;
    const sessions = new SessionsRepository(sqlite);
    const issuer = new SessionIssuer(sessions);
    const { sessionToken } = valueOf(
      await file.write((transaction) => {
        transaction.append(registered(ada));
        return accepted(issuer.issue(transaction, { userId: ada.userId, device: 'Firefox', by: 'invite' }));
      }),
    );
    const controller = new SessionsController(
      file.groupCommit,
      sessions,
      new UsersRepository(sqlite),
      new SignInWatch(),
      new SettingsRepository(sqlite),
    );
    const seenAt = () => sessions.ofUser(ada.userId)[0]?.lastSeenAt;
    return { openedAt: seenAt(), seenAt, resolve: () => controller.resolveSession({ token: sessionToken }, asking) };
  }

  it('is marked as seen, and not again within the hour', async () => {
    await using file = await openedAgo(2 * hour);
    const { openedAt, seenAt, resolve } = await signedInOn(file);
    expect(await resolve()).toMatchObject({ ok: true });
    const seen = seenAt();
    expect(seen).toBeGreaterThanOrEqual((openedAt ?? 0) + 2 * hour);
    await resolve();
    expect(seenAt()).toBe(seen);
  });

  it('is not marked if it was seen a moment ago', async () => {
    await using file = await openedAgo(hour / 2);
    const { openedAt, seenAt, resolve } = await signedInOn(file);
    await resolve();
    expect(seenAt()).toBe(openedAt);
  });

  it('expires after thirty days without use', async () => {
    await using file = await openedAgo(30 * 24 * hour);
    const { openedAt, seenAt, resolve } = await signedInOn(file);
    expect(await resolve()).toMatchObject(refusedWith('unauthenticated'));
    expect(seenAt()).toBe(openedAt);
  });
});
