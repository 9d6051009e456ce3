import { describe, expect, it } from '@jest/globals';
import { adminActs, type AdminAct } from '@devchitchat/contracts';
import { ada, bob } from '@devchitchat/contracts/testing';
import { actText } from './act-text';

const act: AdminAct = {
  eventId: 1,
  ts: 1,
  type: 'user.disabled',
  actorUserId: ada,
  userId: bob,
  role: null,
  reason: null,
  membersMayInvite: null,
  count: null,
};
const said = (changed: Partial<AdminAct>) =>
  actText({ ...act, ...changed }, (userId) => (userId === ada ? 'Ada' : 'Bob'));

describe('a line of the audit log', () => {
  it('names the admin, the action, its target and the reason', () => {
    expect(said({})).toBe('Ada disabled Bob.');
    expect(said({ reason: 'Spam' })).toBe('Ada disabled Bob. Reason: Spam');
    expect(said({ type: 'user.role_changed', role: 'admin' })).toBe('Ada made Bob an admin.');
    expect(said({ type: 'user.role_changed', role: 'member' })).toBe('Ada removed Bob as an admin.');
  });

  it('names the server if no admin acted', () => {
    expect(said({ type: 'invite.created', actorUserId: null, userId: null })).toBe(
      'The server created an invite link.',
    );
  });

  it('counts failed sign-ins', () => {
    const failed = { type: 'sign_in.failed', actorUserId: null, count: 12 } as const;
    expect(said(failed)).toBe('Failed sign-ins as Bob: 12');
    expect(said({ ...failed, userId: null })).toBe('Failed sign-ins with unknown handles: 12');
  });

  it('has a text for each kind of action', () => {
    expect(new Set(adminActs.map((type) => said({ type }))).size).toBe(adminActs.length);
  });
});
