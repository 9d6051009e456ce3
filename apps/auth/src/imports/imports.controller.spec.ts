import { authCommands as auth } from '@devchitchat/contracts';
import { refusedWith, RunningAuth, type Person } from '../testing/running-auth';

const nelly = { id: '80351110224678912', handle: 'nelly', displayName: 'Nelly', isBot: false };
const helper = { id: '80351110224678913', handle: 'ada', displayName: 'Helper', isBot: true };

let service: RunningAuth;
let ada: Person;
beforeEach(async () => {
  service = await RunningAuth.start();
  ada = await service.firstAdmin();
});
afterEach(() => service[Symbol.asyncDispose]());

const importAll = (...people: (typeof nelly)[]) => service.get(auth.importPeople, { source: 'discord', people });

it('imported people are announced to everyone under free handles', async () => {
  const { people, added } = await importAll(nelly, helper);
  expect(added).toBe(2);
  expect(people.map(({ id, handle }) => [id, handle])).toEqual([
    [nelly.id, 'nelly'],
    [helper.id, 'ada-discord'],
  ]);
  const { users } = await service.get(auth.userList, {}, ada);
  expect(users.toSorted((a, b) => a.handle.localeCompare(b.handle))).toMatchObject([
    { handle: 'ada' },
    { handle: 'ada-discord', displayName: 'Helper', isBot: true, active: false, role: 'member' },
    { handle: 'nelly', displayName: 'Nelly', isBot: false, active: false, userId: people[0]!.userId },
  ]);
  expect((await service.heard()).filter((type) => type === 'user.imported')).toHaveLength(2);
});

it('a repeated import recognizes the people it imported before', async () => {
  const first = await importAll(nelly);
  const again = await importAll({ ...nelly, handle: 'nell', displayName: 'Nell' });
  expect(again).toEqual({ ...first, added: 0 });
});

it('no one can sign in as an imported person', async () => {
  await importAll(nelly);
  const attempt = { handle: 'nelly', password: 'a long password', device: '' };
  expect(await service.ask(auth.signIn, attempt)).toMatchObject(refusedWith('forbidden'));
});
