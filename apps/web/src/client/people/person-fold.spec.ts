import { describe, expect, it } from '@jest/globals';
import type { AnyEvent, User, UserId } from '@devchitchat/contracts';
import { ada, bob } from '@devchitchat/contracts/testing';
import { foldPerson } from './person-fold';

const adaBefore: User = {
  userId: ada,
  handle: 'ada',
  displayName: 'Ada',
  role: 'admin',
  isBot: false,
  active: true,
  createdAt: 1,
};
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

describe('folding a person', () => {
  it('adds a new user', () => {
    const registered = event('user.registered', { userId: bob, role: 'member' }, { handle: 'bob', displayName: 'Bob' });
    expect(foldPerson(people, registered)).toEqual({
      userId: bob,
      handle: 'bob',
      displayName: 'Bob',
      role: 'member',
      isBot: false,
      active: true,
      createdAt: 99,
    });
    const created = event('bot.created', { userId: bob, publicKey: 'U' }, { handle: 'bob', displayName: 'Bob' });
    expect(foldPerson(people, created)).toMatchObject({ userId: bob, role: 'member', isBot: true, active: true });
  });

  it('applies a new name and keeps everything else', () => {
    const changed = event('user.profile_changed', { userId: ada }, { displayName: 'Ada L.' });
    expect(foldPerson(people, changed)).toEqual({ ...adaBefore, displayName: 'Ada L.' });
  });

  it('applies the parts of a profile that change, and removes those that are null', () => {
    const profile = { picture: '00000000000000aa', tone: 0, bio: 'Counts.', pronouns: 'she/her' };
    const painted = foldPerson(
      people,
      event('user.profile_changed', { userId: ada }, { displayName: 'Ada', ...profile }),
    );
    expect(painted).toEqual({ ...adaBefore, ...profile });
    const before = new Map(painted ? [[ada, painted]] : []);
    const removed = event('user.profile_changed', { userId: ada }, { displayName: 'Ada', bio: null, tone: null });
    expect(foldPerson(before, removed)).toEqual({ ...adaBefore, picture: profile.picture, pronouns: 'she/her' });
    const deleted = foldPerson(before, event('user.deleted', { userId: ada, words: 'kept' }, null));
    expect(Object.keys(profile).filter((part) => part in (deleted ?? profile))).toEqual([]);
  });

  it('removes the name of a deleted account', () => {
    const deleted = event('user.deleted', { userId: ada, words: 'kept' }, null);
    const nobody = {
      handle: 'deleteduser',
      displayName: 'Deleted user',
      role: 'member',
      active: false,
      disabled: false,
    };
    expect(foldPerson(people, deleted)).toEqual({ ...adaBefore, ...nobody });
  });

  it('applies disabling and enabling', () => {
    const disabled = foldPerson(people, event('user.disabled', { userId: ada }, { reason: 'Spam' }));
    expect(disabled).toEqual({ ...adaBefore, active: false, disabled: true });
    const after = new Map(disabled ? [[ada, disabled]] : []);
    expect(foldPerson(after, event('user.enabled', { userId: ada }, null))).toMatchObject({
      active: true,
      disabled: false,
    });
  });

  it('applies another role', () => {
    const changed = event('user.role_changed', { userId: ada, role: 'member' }, null);
    expect(foldPerson(people, changed)).toEqual({ ...adaBefore, role: 'member' });
  });

  it('ignores events about unknown users', () => {
    expect(foldPerson(people, event('user.profile_changed', { userId: bob }, { displayName: 'B' }))).toBeNull();
  });

  it('ignores erased names and events about something else', () => {
    expect(foldPerson(people, event('user.profile_changed', { userId: ada }, null))).toBeNull();
    expect(foldPerson(people, event('message.sent', {}, { text: 'x' }))).toBeNull();
  });
});
