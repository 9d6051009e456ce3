import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { authCommands as auth, scopeHead, subjects, type Health, type PublishedNotice } from '@devchitchat/contracts';
import { EventLog, openDatabase, randomTrace } from '@devchitchat/service-kit';
import { logMigrations } from '@devchitchat/service-kit/testing';
import { entities, migrations, projections } from './auth.database';
import { refusedWith, RunningAuth } from './testing/running-auth';
import { tablesOf } from './testing/tables';

const password = 'correct horse battery';

let service: RunningAuth;
beforeEach(async () => {
  service = await RunningAuth.start();
});
afterEach(() => service[Symbol.asyncDispose]());

/** Performs one of every action, and returns every secret that was issued or received. */
async function live(): Promise<string[]> {
  const ada = await service.firstAdmin();
  const token = await service.invite(ada, 3);
  const bob = await service.redeem(token, 'bob');
  const eve = await service.redeem(token, 'eve');
  await service.get(auth.profileUpdate, { displayName: 'Robert' }, bob);
  await service.get(auth.passwordSet, { newPassword: password }, bob);
  const { sessionToken } = await service.get(auth.signIn, { handle: 'bob', password });
  const { code } = await service.get(auth.deviceCodeCreate, {}, bob);
  const phone = await service.get(auth.deviceCodeRedeem, { code });
  const { code: open } = await service.get(auth.deviceCodeCreate, {}, bob);
  await service.get(auth.signOut, {}, eve);
  const { invite } = await service.get(auth.inviteCreate, { note: 'Revoked at once' }, ada);
  await service.get(auth.inviteRevoke, { inviteId: invite.inviteId }, ada);
  const sessions = [ada, bob, eve].map((person) => person.sessionToken);
  return [token, ...sessions, sessionToken, phone.sessionToken, code, open, password];
}

async function openedAfterwards() {
  await service.stop();
  const file = join(service.dataFolder, 'auth.sqlite');
  return openDatabase({ file, entities, migrations: [...logMigrations, ...migrations] });
}

describe('the auth service', () => {
  it('announces the head of every scope when it starts, in case a crash kept its last events from clients', async () => {
    const ada = await service.firstAdmin();
    const { code } = await service.get(auth.deviceCodeCreate, {}, ada);
    const phone = await service.resolve((await service.get(auth.deviceCodeRedeem, { code })).sessionToken);
    await service.get(auth.signOut, {}, phone);
    const heads: PublishedNotice<typeof scopeHead>[] = [];
    service.nats.subscribe(subjects.notice('auth', scopeHead.name), {
      callback: (_error, message) => void heads.push(message.json()),
    });
    await service.restart();
    while (heads.length < 2) await sleep(50);
    const { userId } = ada.actor;
    expect(heads.slice(0, 2)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          audience: 'everyone',
          data: expect.objectContaining({ scope: { kind: 'server', id: '' } }) as unknown,
        }),
        expect.objectContaining({
          audience: [userId],
          data: expect.objectContaining({ scope: { kind: 'user', id: userId } }) as unknown,
        }),
      ]),
    );
  });

  it('reports that it is healthy, and keeps its file private to its owner', async () => {
    const health = (await service.nats.request(subjects.health('auth'))).json<Health>();
    expect(health).toMatchObject({ process: 'auth', state: 'ok' });
    expect(statSync(join(service.dataFolder, 'auth.sqlite')).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['another envelope', JSON.stringify({ pattern: 'user.list', data: {} })],
    [
      'an actor of another shape',
      JSON.stringify({ trace: randomTrace(), budgetMs: 1, actor: {}, address: '', input: {} }),
    ],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00])],
  ])('answers %s with "invalid"', async (_, payload) => {
    const answer = await service.nats.request(subjects.command(auth.userList), payload);
    expect(answer.json()).toMatchObject(refusedWith('invalid'));
  });

  it('rebuilds the same projections from its log, and leaves the secrets unchanged', async () => {
    await live();
    const database = await openedAfterwards();
    const before = tablesOf(database.sqlite);
    expect(before['users']).toHaveLength(3);
    expect(before['sessions']).toHaveLength(4);

    new EventLog(database.sqlite, projections(database.sqlite)).rebuild();
    expect(tablesOf(database.sqlite)).toEqual(before);
    await database.close();
  });

  it('has no secret on disk, and no name in an event', async () => {
    const secrets = await live();
    const onDisk = () =>
      readdirSync(service.dataFolder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
        .join('\n');
    const whileRunning = onDisk();
    const database = await openedAfterwards();
    expect(whileRunning).toContain('Robert');
    for (const secret of secrets) {
      expect(whileRunning).not.toContain(secret);
      expect(onDisk()).not.toContain(secret);
    }
    expect(JSON.stringify(tablesOf(database.sqlite)['events'])).not.toMatch(/bob|Robert|Firefox|Revoked at once/);
    await database.close();
  });
});
