import { authCommands as auth, type AdminAct } from '@devchitchat/contracts';
import { refusedWith, RunningAuth, type Person } from '../testing/running-auth';

const password = 'correct horse battery';
const another = 'staple of ten words';

let service: RunningAuth;
let ada: Person;
beforeEach(async () => {
  service = await RunningAuth.start();
  ada = await service.firstAdmin();
});
afterEach(() => service[Symbol.asyncDispose]());

const signIn = (handle: string, typed: string) => service.ask(auth.signIn, { handle, password: typed });

describe('a password', () => {
  it('signs in, whatever the case of the handle', async () => {
    await service.get(auth.passwordSet, { newPassword: password }, ada);
    const { sessionToken, user } = await service.get(auth.signIn, { handle: 'ADA', password });
    expect(user.userId).toBe(ada.actor.userId);
    expect((await service.resolve(sessionToken)).actor.userId).toBe(ada.actor.userId);
  });

  it('is refused in the same words when it is wrong, when there is none, and when nobody has the handle', async () => {
    const none = await signIn('ada', password);
    await service.get(auth.passwordSet, { newPassword: password }, ada);
    const wrong = await signIn('ada', another);
    const unknown = await signIn('nobody', password);
    expect(none).toMatchObject(refusedWith('forbidden'));
    expect(wrong).toEqual(none);
    expect(unknown).toEqual(none);
  });

  it('that is wrong is found by admins in the audit log, without what was typed', async () => {
    await service.get(auth.passwordSet, { newPassword: password }, ada);
    for (const handle of ['ada', 'ada', 'nobody', 'no-one']) await signIn(handle, another);

    const failures = async () => {
      const { acts } = await service.get(auth.auditList, {}, ada);
      return acts.filter(({ type }) => type === 'sign_in.failed');
    };
    const counts = (acts: readonly AdminAct[]) => acts.map(({ userId, count }) => [userId, count]);
    const { userId } = ada.actor;
    expect(counts(await failures())).toEqual([
      [null, 1],
      [userId, 1],
    ]);

    // What was gathered since is told at the latest when the service stops.
    await service.restart();
    const acts = await failures();
    expect(counts(acts)).toHaveLength(4);
    expect(counts(acts)).toEqual(
      expect.arrayContaining([
        [null, 1],
        [userId, 1],
      ]),
    );
    expect(JSON.stringify(acts)).not.toMatch(/nobody|no-one|staple/);
  });

  it('changes only for who knows it, and ends every other session', async () => {
    await service.get(auth.passwordSet, { newPassword: password }, ada);
    const phone = await service.resolve((await service.get(auth.signIn, { handle: 'ada', password })).sessionToken);

    expect(await service.ask(auth.passwordSet, { newPassword: another }, phone)).toMatchObject(
      refusedWith('forbidden'),
    );
    expect(await service.ask(auth.passwordSet, { currentPassword: another, newPassword: null }, phone)).toMatchObject(
      refusedWith('forbidden'),
    );

    await service.get(auth.passwordSet, { currentPassword: password, newPassword: another }, phone);
    expect(await service.ask(auth.sessionResolve, { token: ada.sessionToken })).toMatchObject(
      refusedWith('unauthenticated'),
    );
    expect(await service.resolve(phone.sessionToken)).toEqual(phone);
    expect(await signIn('ada', password)).toMatchObject(refusedWith('forbidden'));
    expect(await signIn('ada', another)).toMatchObject({ ok: true });
    await service.heard();
    expect(service.published.find(({ event }) => event.type === 'session.revoked')).toMatchObject({
      audience: [ada.actor.userId],
      event: { body: { sessionId: ada.actor.sessionId } },
    });
  });

  it('can be removed, and then signs nobody in', async () => {
    await service.get(auth.passwordSet, { newPassword: password }, ada);
    await service.get(auth.passwordSet, { currentPassword: password, newPassword: null }, ada);
    expect(await signIn('ada', password)).toMatchObject(refusedWith('forbidden'));
  });

  it('changed by two at once is changed by one', async () => {
    await service.get(auth.passwordSet, { newPassword: password }, ada);
    const replies = await Promise.all(
      [another, `${another}, too`].map((newPassword) =>
        service.ask(auth.passwordSet, { currentPassword: password, newPassword }, ada),
      ),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('while many guess at an account at once', () => {
  const guesses = 40;

  /** Wrong passwords from as many addresses, and how many of them were compared so far; who has to wait costs nothing. */
  function flood() {
    let compared = 0;
    const all = Array.from({ length: guesses }, async (_, at) => {
      const guess = { handle: 'ada', password: another };
      const reply = await service.ask(auth.signIn, guess, null, `198.51.100.${at}`);
      if (!reply.ok && reply.error.code === 'forbidden') compared += 1;
    });
    return { compared: () => compared, over: Promise.all(all) };
  }

  const right = (address: string) => service.ask(auth.signIn, { handle: 'ada', password }, null, address);

  it('the right person gets in before them, where they are known and on a new device', async () => {
    await service.get(auth.passwordSet, { newPassword: password }, ada);
    const first = flood();
    expect(await right('192.0.2.1')).toMatchObject({ ok: true });
    expect(first.compared()).toBeLessThan(guesses / 2);
    await first.over;

    const second = flood();
    expect(await right('203.0.113.9')).toMatchObject({ ok: true });
    expect(second.compared()).toBeLessThan(guesses / 2);
    await second.over;
  }, 60_000);

  it('one address waits longer and longer, and nobody else', async () => {
    await service.get(auth.passwordSet, { newPassword: password }, ada);
    const guess = (address: string) => service.ask(auth.signIn, { handle: 'Ada', password: another }, null, address);
    const replies = [];
    for (let i = 0; i < 6; i++) replies.push(await guess(`2001:db8:0:1::${i}`));
    expect(replies.slice(0, 5).map((reply) => !reply.ok && reply.error.code)).toEqual(Array(5).fill('forbidden'));
    expect(replies[5]).toMatchObject({ error: { code: 'rate_limited', retryAfterMs: expect.any(Number) as number } });
    expect(await right('2001:db8:0:2::1')).toMatchObject({ ok: true });
  });
});
