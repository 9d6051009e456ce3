import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { authCommands as auth, type UserId } from '@devchitchat/contracts';
import { ensureNatsKeys } from '@devchitchat/nats-keys';
import { refusedWith, RunningAuth, type Person } from '../testing/running-auth';

const dice = { handle: 'dice', displayName: 'Dice' };

let service: RunningAuth;
let ada: Person;
beforeEach(async () => {
  service = await RunningAuth.start();
  ada = await service.firstAdmin();
});
afterEach(() => service[Symbol.asyncDispose]());

const makeKeys = () => ensureNatsKeys(join(service.dataFolder, 'nats'), { listen: '127.0.0.1:1' });

describe('an admin', () => {
  beforeEach(makeKeys);

  it('creates a bot: a new user, with credentials that are shown once', async () => {
    const { bot, credentials } = await service.get(auth.botCreate, dice, ada);
    expect(credentials).toContain('BEGIN USER NKEY SEED');
    expect(bot).toMatchObject({ createdBy: ada.actor.userId, revokedAt: null });
    expect(bot.user).toMatchObject({ ...dice, role: 'member', isBot: true });
    expect(await service.get(auth.botList, {}, ada)).toEqual({ bots: [bot], next: null });
    expect((await service.get(auth.userList, {}, ada)).users).toContainEqual(bot.user);
    expect(await service.get(auth.botCheck, {})).toEqual({ live: [bot.user.userId], revoked: [], next: null });
    expect(await service.heard()).toContain('bot.created');
    const [, seed = 'none'] = /\b(SU[A-Z2-7]{56})\b/.exec(credentials) ?? [];
    expect(readFileSync(join(service.dataFolder, 'auth.sqlite'), 'latin1')).not.toContain(seed);
  });

  it('cannot give a bot a taken handle', async () => {
    await service.get(auth.botCreate, dice, ada);
    expect(await service.ask(auth.botCreate, { ...dice, handle: 'DICE' }, ada)).toMatchObject(refusedWith('conflict'));
    expect(await service.ask(auth.botCreate, { ...dice, handle: 'ada' }, ada)).toMatchObject(refusedWith('conflict'));
  });

  it('revokes a bot, which is listed as revoked, announced once, and refused by nats-server from its next start', async () => {
    const { bot } = await service.get(auth.botCreate, dice, ada);
    const { userId } = bot.user;
    await service.get(auth.botRevoke, { userId }, ada);
    await service.get(auth.botRevoke, { userId }, ada);
    const { bots } = await service.get(auth.botList, {}, ada);
    expect(bots).toEqual([{ ...bot, user: { ...bot.user, active: false }, revokedAt: expect.any(Number) as number }]);
    expect(await service.get(auth.botCheck, {})).toEqual({ live: [], revoked: [userId], next: null });
    expect((await service.heard()).filter((type) => type === 'bot.revoked')).toHaveLength(1);
    const created = service.published.find(({ event }) => event.type === 'bot.created');
    const { publicKey } = created?.event.body as { publicKey: string };
    const kept = readFileSync(join(service.dataFolder, 'nats', 'revoked-bots.json'), 'utf8');
    expect(JSON.parse(kept)).toEqual([publicKey]);
  });

  it('cannot revoke a person', async () => {
    const { userId } = ada.actor;
    expect(await service.ask(auth.botRevoke, { userId }, ada)).toMatchObject(refusedWith('not_found'));
  });
});

it('only admins can manage bots', async () => {
  const bob = await service.redeem(await service.invite(ada), 'bob');
  const userId = 'u_0000000000000001' as UserId;
  expect(await service.ask(auth.botCreate, dice, bob)).toMatchObject(refusedWith('forbidden'));
  expect(await service.ask(auth.botList, {}, bob)).toMatchObject(refusedWith('forbidden'));
  expect(await service.ask(auth.botRevoke, { userId }, bob)).toMatchObject(refusedWith('forbidden'));
});

it('creating a bot without a signing key is refused with that reason', async () => {
  expect(await service.ask(auth.botCreate, dice, ada)).toMatchObject(refusedWith('unavailable'));
});
