import type { UserId } from '@devchitchat/contracts';
import type { Draft } from '@devchitchat/service-kit';
import { created, joined, left, roleChanged, roomAfter } from '../testing/history';
import { ada, bob, cleo, dora, peopleWith } from '../testing/people';
import { succession } from './succession';

type Others = Parameters<typeof peopleWith>[0];

const follows = (drafts: readonly Draft[], others: Others = {}) => succession(roomAfter(...drafts), peopleWith(others));
const rolesAfter = (drafts: readonly Draft[], others: Others = {}) =>
  follows(drafts, others).map(({ body }) => {
    const { userId, role } = body as { readonly userId: UserId; readonly role: string };
    return [userId, role];
  });

const four = [joined(ada, 'owner'), joined(bob), joined(cleo, 'mod'), joined(dora)];
const publicRoom = [created('public', ada), ...four];
const privateRoom = [created('private', ada), ...four];

describe('an owner whose account does not work any longer', () => {
  it('is followed by the mod of longest standing, else the member, and stays as a mod', () => {
    for (const room of [publicRoom, privateRoom]) {
      expect(rolesAfter(room, { inactive: [ada] })).toEqual([
        [cleo, 'owner'],
        [ada, 'mod'],
      ]);
      expect(rolesAfter(room, { inactive: [ada, cleo] })[0]).toEqual([bob, 'owner']);
    }
  });

  it('is not followed by a bot', () => {
    expect(rolesAfter(privateRoom, { inactive: [ada, cleo], bots: [bob] })[0]).toEqual([dora, 'owner']);
  });

  it('leaves a public room that nobody can follow in to the admins, and keeps a private one, which no admin finds', () => {
    const nobody = { inactive: [ada, bob, cleo], bots: [dora] };
    expect(rolesAfter(publicRoom, nobody)).toEqual([[ada, 'mod']]);
    expect(follows(privateRoom, nobody)).toEqual([]);
  });

  it('is heard of by everybody in the room', () => {
    for (const { audience } of follows(privateRoom, { inactive: [ada] }))
      expect(audience).toEqual([ada, bob, cleo, dora]);
  });
});

it('a private room without an owner goes to whoever is there first and can own it', () => {
  const ownerless = [...privateRoom, left(ada), roleChanged(cleo, 'member')];
  expect(rolesAfter(ownerless, { inactive: [bob] })).toEqual([[cleo, 'owner']]);
  expect(follows(ownerless, { inactive: [bob, cleo, dora] })).toEqual([]);
});

it('nothing changes where somebody governs, in the lobby, between people, and where there is no room', () => {
  expect(follows(publicRoom)).toEqual([]);
  expect(follows([...publicRoom, left(ada)])).toEqual([]);
  expect(follows([created('public', null), joined(ada), joined(bob)], { inactive: [ada] })).toEqual([]);
  expect(follows([created('direct', ada), joined(ada), joined(bob)], { inactive: [ada] })).toEqual([]);
  expect(succession(null, peopleWith())).toEqual([]);
});
