import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { authCommands as auth } from '@devchitchat/contracts';
import { EventLog, openDatabase } from '@devchitchat/service-kit';
import { logMigrations } from '@devchitchat/service-kit/testing';
import { entities, migrations, projections } from '../auth.database';
import { refusedWith, RunningAuth, type Person } from '../testing/running-auth';
import { tablesOf } from '../testing/tables';

const password = 'correct horse battery';

let service: RunningAuth;
let ada: Person;
beforeEach(async () => {
  service = await RunningAuth.start();
  ada = await service.firstAdmin();
});
afterEach(() => service[Symbol.asyncDispose]());

const everyByte = () =>
  readdirSync(service.dataFolder)
    .map((name) => readFileSync(join(service.dataFolder, name), 'latin1'))
    .join('\n');

describe('a deleted account', () => {
  it('leaves no name on the disk, and the log stays intact', async () => {
    const zoe = await service.redeem(await service.invite(ada), 'xplantedhandle');
    await service.get(auth.profileUpdate, { displayName: 'yplantedname' }, zoe);
    await service.get(auth.profileUpdate, { displayName: 'zplantedname', bio: 'xplantedbio', tone: 3 }, zoe);
    await service.get(auth.profileUpdate, { pronouns: 'yplantedpronouns' }, zoe);
    const picture = Buffer.from(`${'.'.repeat(99)}zplantedpicture${'.'.repeat(99)}`).toString('base64');
    await service.get(auth.pictureSet, { small: picture, large: picture }, zoe);
    await service.get(auth.passwordSet, { newPassword: password }, zoe);
    const device = 'vplanteddevice';
    const { sessionToken } = await service.get(auth.signIn, { handle: 'xplantedhandle', password, device });
    await service.get(auth.signOut, {}, await service.resolve(sessionToken));
    await service.get(auth.userSetRole, { userId: zoe.actor.userId, role: 'admin' }, ada);
    await service.get(auth.inviteCreate, { note: 'uplantednote' }, zoe);
    expect(everyByte()).toContain('xplanted');

    await service.get(auth.accountDelete, { words: 'erase', password }, zoe);
    expect(await service.ask(auth.sessionResolve, { token: zoe.sessionToken })).toMatchObject(
      refusedWith('unauthenticated'),
    );
    const { users } = await service.get(auth.userList, {}, ada);
    expect(users.find(({ userId }) => userId === zoe.actor.userId)).toMatchObject({
      handle: 'deleteduser',
      displayName: 'Deleted user',
      role: 'member',
      active: false,
    });
    await service.heard();
    const ended = service.published.filter(({ event }) => event.type === 'session.revoked');
    expect(ended.map(({ event }) => event.body)).toContainEqual({
      sessionId: zoe.actor.sessionId,
      userId: zoe.actor.userId,
    });

    await service.stop();
    expect(everyByte().match(/.{60}[u-z]planted.{40}/gi)).toBeNull();
    const file = join(service.dataFolder, 'auth.sqlite');
    const database = await openDatabase({ file, entities, migrations: [...logMigrations, ...migrations] });
    const before = tablesOf(database.sqlite);
    new EventLog(database.sqlite, projections(database.sqlite)).rebuild();
    expect(tablesOf(database.sqlite)).toEqual(before);
    await database.close();
  });

  it('requires the password, cannot sign in afterwards, and frees its handle', async () => {
    const bob = await service.redeem(await service.invite(ada), 'bob');
    await service.get(auth.passwordSet, { newPassword: password }, bob);
    const wrong = { words: 'keep', password: 'staple of ten words' } as const;
    expect(await service.ask(auth.accountDelete, wrong, bob)).toMatchObject(refusedWith('forbidden'));
    expect(await service.ask(auth.accountDelete, { words: 'keep' }, bob)).toMatchObject(refusedWith('forbidden'));
    await service.get(auth.accountDelete, { words: 'keep', password }, bob);
    expect(await service.ask(auth.signIn, { handle: 'bob', password })).toMatchObject(refusedWith('forbidden'));
    const another = await service.redeem(await service.invite(ada), 'bob');
    expect(another.actor.userId).not.toBe(bob.actor.userId);
  });
});

describe('the last admin', () => {
  it('can only delete their account by naming a successor, who becomes an admin', async () => {
    const bob = await service.redeem(await service.invite(ada), 'bob');
    const successor = bob.actor.userId;
    expect(await service.ask(auth.accountDelete, { words: 'keep' }, ada)).toMatchObject(refusedWith('conflict'));
    expect(await service.ask(auth.userSetRole, { userId: ada.actor.userId, role: 'member' }, ada)).toMatchObject(
      refusedWith('conflict'),
    );
    await service.get(auth.accountDelete, { words: 'keep', successor }, ada);
    expect((await service.resolve(bob.sessionToken)).actor.role).toBe('admin');
    // Also on an existing socket, for which the gateway still states the old role.
    expect(await service.get(auth.inviteList, {}, bob)).toMatchObject({ invites: [{}] });
  });
});

it('a former admin cannot act as one, whatever their socket claims', async () => {
  const bob = await service.redeem(await service.invite(ada), 'bob');
  await service.get(auth.userSetRole, { userId: bob.actor.userId, role: 'admin' }, ada);
  const admin = await service.resolve(bob.sessionToken);
  await service.get(auth.userSetRole, { userId: bob.actor.userId, role: 'member' }, ada);
  const back = { userId: bob.actor.userId, role: 'admin' } as const;
  expect(await service.ask(auth.userSetRole, back, admin)).toMatchObject(refusedWith('forbidden'));
  expect(await service.ask(auth.inviteCreate, {}, admin)).toMatchObject(refusedWith('forbidden'));
});
