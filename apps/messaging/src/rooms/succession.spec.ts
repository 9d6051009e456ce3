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

describe('an owner whose account stops working', () => {
  it('is succeeded by the longest-standing mod, else member, and stays as a mod', () => {
    for (const room of [publicRoom, privateRoom]) {
      expect(rolesAfter(room, { inactive: [ada] })).toEqual([
        [cleo, 'owner'],
        [ada, 'mod'],
      ]);
      expect(rolesAfter(room, { inactive: [ada, cleo] })[0]).toEqual([bob, 'owner']);
    }
  });

  it('is not succeeded by a bot', () => {
    expect(rolesAfter(privateRoom, { inactive: [ada, cleo], bots: [bob] })[0]).toEqual([dora, 'owner']);
  });

  it('leaves a public room without a successor to the admins, and keeps a private one, which admins cannot find', () => {
    const nobody = { inactive: [ada, bob, cleo], bots: [dora] };
    expect(rolesAfter(publicRoom, nobody)).toEqual([[ada, 'mod']]);
    expect(follows(privateRoom, nobody)).toEqual([]);
  });

  it('is replaced in an event that everyone in the room hears', () => {
    for (const { audience } of follows(privateRoom, { inactive: [ada] }))
      expect(audience).toEqual([ada, bob, cleo, dora]);
  });
});

it('a private room without an owner passes to its longest-standing eligible member', () => {
  const ownerless = [...privateRoom, left(ada), roleChanged(cleo, 'member')];
  expect(rolesAfter(ownerless, { inactive: [bob] })).toEqual([[cleo, 'owner']]);
  expect(follows(ownerless, { inactive: [bob, cleo, dora] })).toEqual([]);
});

it('succession changes nothing in governed rooms, the lobby, direct rooms and missing rooms', () => {
  expect(follows(publicRoom)).toEqual([]);
  expect(follows([...publicRoom, left(ada)])).toEqual([]);
  expect(follows([created('public', null), joined(ada), joined(bob)], { inactive: [ada] })).toEqual([]);
  expect(follows([created('direct', ada), joined(ada), joined(bob)], { inactive: [ada] })).toEqual([]);
  expect(succession(null, peopleWith())).toEqual([]);
});
