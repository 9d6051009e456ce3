import { authCommands as auth } from '@devchitchat/contracts';
import { refusedWith, RunningAuth, type Person } from '../testing/running-auth';

let service: RunningAuth;
let ada: Person;
beforeEach(async () => {
  service = await RunningAuth.start();
  ada = await service.firstAdmin();
});
afterEach(() => service[Symbol.asyncDispose]());

const redeem = (code: string) => service.ask(auth.deviceCodeRedeem, { code, device: 'Chrome on Android' });

describe('a device code', () => {
  it('signs in a second device once, in whatever form it is typed', async () => {
    const { code } = await service.get(auth.deviceCodeCreate, {}, ada);
    const typed = `${code.slice(0, 5).toUpperCase()}-${code.slice(5)} `;
    expect(await redeem(typed)).toMatchObject({ ok: true, value: { user: { userId: ada.actor.userId } } });
    expect(await redeem(code)).toMatchObject(refusedWith('not_found'));
  });

  it('signs in one of fifty simultaneous attempts', async () => {
    const { code } = await service.get(auth.deviceCodeCreate, {}, ada);
    const replies = await Promise.all(Array.from({ length: 50 }, () => redeem(code)));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('is replaced by the next one', async () => {
    const { code } = await service.get(auth.deviceCodeCreate, {}, ada);
    const { code: next } = await service.get(auth.deviceCodeCreate, {}, ada);
    expect(await redeem(code)).toMatchObject(refusedWith('not_found'));
    expect(await redeem(next)).toMatchObject({ ok: true });
  });

  it('is void once its person sets or removes a password, as are their other sessions', async () => {
    for (const [currentPassword, newPassword] of [
      [undefined, 'granite otter velvet moon'],
      ['granite otter velvet moon', null],
    ] as const) {
      const { code } = await service.get(auth.deviceCodeCreate, {}, ada);
      await service.get(auth.passwordSet, { currentPassword, newPassword }, ada);
      expect(await redeem(code)).toMatchObject(refusedWith('not_found'));
    }
  });

  it('is void once the session that displayed it ends', async () => {
    const { code } = await service.get(auth.deviceCodeCreate, {}, ada);
    await service.get(auth.signOut, {}, ada);
    expect(await redeem(code)).toMatchObject(refusedWith('not_found'));
  });
});
