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
  it('signs in, regardless of the case of the handle', async () => {
    await service.get(auth.passwordSet, { newPassword: password }, ada);
    const { sessionToken, user } = await service.get(auth.signIn, { handle: 'ADA', password });
    expect(user.userId).toBe(ada.actor.userId);
    expect((await service.resolve(sessionToken)).actor.userId).toBe(ada.actor.userId);
  });

  it('is refused in the same words if it is wrong, if none is set, and if the handle is unknown', async () => {
    const none = await signIn('ada', password);
    await service.get(auth.passwordSet, { newPassword: password }, ada);
    const wrong = await signIn('ada', another);
    const unknown = await signIn('nobody', password);
    expect(none).toMatchObject(refusedWith('forbidden'));
    expect(wrong).toEqual(none);
    expect(unknown).toEqual(none);
  });

  it('that is wrong appears in the audit log, without the typed text', async () => {
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

    // The service reports the remaining failures when it stops.
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

  it('changes only with the current one, and ends every other session', async () => {
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

  it('can be removed, and no longer signs in', async () => {
    await service.get(auth.passwordSet, { newPassword: password }, ada);
    await service.get(auth.passwordSet, { currentPassword: password, newPassword: null }, ada);
    expect(await signIn('ada', password)).toMatchObject(refusedWith('forbidden'));
  });

  it('changes once when two devices change it at the same time', async () => {
    await service.get(auth.passwordSet, { newPassword: password }, ada);
    const replies = await Promise.all(
      [another, `${another}, too`].map((newPassword) =>
        service.ask(auth.passwordSet, { currentPassword: password, newPassword }, ada),
      ),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('while many clients guess at an account', () => {
  const guesses = 40;

  /**
   * Sends wrong passwords from many addresses and counts those that were compared. A client that has to wait causes no
   * work.
   */
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

  it('its owner signs in first, from a known device and from a new one', async () => {
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

  it('one address waits longer and longer, and no other', async () => {
    await service.get(auth.passwordSet, { newPassword: password }, ada);
    const guess = (address: string) => service.ask(auth.signIn, { handle: 'Ada', password: another }, null, address);
    const replies = [];
    for (let i = 0; i < 6; i++) replies.push(await guess(`2001:db8:0:1::${i}`));
    expect(replies.slice(0, 5).map((reply) => !reply.ok && reply.error.code)).toEqual(Array(5).fill('forbidden'));
    expect(replies[5]).toMatchObject({ error: { code: 'rate_limited', retryAfterMs: expect.any(Number) as number } });
    expect(await right('2001:db8:0:2::1')).toMatchObject({ ok: true });
  });
});
