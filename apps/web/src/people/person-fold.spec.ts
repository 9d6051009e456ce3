import { describe, expect, it } from '@jest/globals';
import type { AnyEvent, User, UserId } from '@devchitchat/contracts';
import { ada, bob } from '../rooms/testing/room-log';
import { foldPerson } from './person-fold';

const adaBefore: User = { userId: ada, handle: 'ada', displayName: 'Ada', role: 'admin', createdAt: 1 };
const people = new Map<UserId, User>([[ada, adaBefore]]);

const event = (type: string, body: object, content: unknown): AnyEvent => ({
  eventId: 4,
  prev: 2,
  ts: 99,
  actorUserId: ada,
  scope: { kind: 'server', id: '' },
  type,
  trace: '0123456789abcdef',
  body,
  content,
});

describe('what an event says of a person', () => {
  it('is who they are, when they came', () => {
    const registered = event('user.registered', { userId: bob, role: 'member' }, { handle: 'bob', displayName: 'Bob' });
    expect(foldPerson(people, registered)).toEqual({
      userId: bob,
      handle: 'bob',
      displayName: 'Bob',
      role: 'member',
      createdAt: 99,
    });
  });

  it('is their new name, and everything else as before', () => {
    const changed = event('user.profile_changed', { userId: ada }, { displayName: 'Ada L.' });
    expect(foldPerson(people, changed)).toEqual({ ...adaBefore, displayName: 'Ada L.' });
  });

  it('is nothing of somebody unknown', () => {
    expect(foldPerson(people, event('user.profile_changed', { userId: bob }, { displayName: 'B' }))).toBeNull();
  });

  it('is nothing once it was erased, or when it is about something else', () => {
    expect(foldPerson(people, event('user.profile_changed', { userId: ada }, null))).toBeNull();
    expect(foldPerson(people, event('message.sent', {}, { text: 'x' }))).toBeNull();
  });
});
