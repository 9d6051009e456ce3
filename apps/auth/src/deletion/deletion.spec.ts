import { ada, bob, sessionIds } from '../testing/people';
import { refusedWith } from '../testing/running-auth';
import { deleteAccount, type Leaver } from './deletion';

const leaver: Leaver = { user: bob, isLastAdmin: false, hasPassword: false, isProven: false, sessions: [] };
const lastAdmin: Leaver = { ...leaver, user: ada, isLastAdmin: true };
const typesOf = (reply: ReturnType<typeof deleteAccount>) => reply.ok && reply.value.map(({ type }) => type.type);

describe('deleting an account', () => {
  it('ends its sessions before it announces the deletion, including whether the texts go too', () => {
    const [sessionId] = sessionIds;
    const session = { sessionId, userId: bob.userId, expiresAt: 2, lastSeenAt: 1 };
    const decided = deleteAccount({ ...leaver, sessions: [session] }, 'erased', undefined);
    expect(typesOf(decided)).toEqual(['session.revoked', 'user.deleted']);
    expect(decided).toMatchObject({
      value: [{}, { body: { userId: bob.userId, words: 'erased' }, content: null, audience: 'everyone' }],
    });
  });

  it('requires the password if one is set', () => {
    const guarded = { ...leaver, hasPassword: true };
    expect(deleteAccount(guarded, 'kept', undefined)).toMatchObject(refusedWith('forbidden'));
    expect(deleteAccount({ ...guarded, isProven: true }, 'kept', undefined)).toMatchObject({ ok: true });
  });

  it('of the last admin requires a successor', () => {
    expect(deleteAccount(lastAdmin, 'kept', undefined)).toMatchObject(refusedWith('conflict'));
    expect(typesOf(deleteAccount(lastAdmin, 'kept', { successor: bob }))).toEqual([
      'user.role_changed',
      'user.deleted',
    ]);
    for (const successor of [ada, { ...bob, active: false }]) {
      expect(deleteAccount(lastAdmin, 'kept', { successor })).toMatchObject(refusedWith('conflict'));
    }
    expect(deleteAccount(lastAdmin, 'kept', { successor: undefined })).toMatchObject(refusedWith('not_found'));
  });

  it('promotes no one if the person is not an admin', () => {
    const successor = { ...bob, userId: ada.userId };
    expect(deleteAccount(leaver, 'kept', { successor })).toMatchObject(refusedWith('conflict'));
  });
});
