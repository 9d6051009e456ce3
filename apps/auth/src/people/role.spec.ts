import { ada, bob } from '../testing/people';
import { refusedWith } from '../testing/running-auth';
import { changeRole } from './role';

describe('a server role', () => {
  it('changes, which is announced to everyone', () => {
    const { userId } = bob;
    expect(changeRole(bob, 'admin', false)).toMatchObject({
      ok: true,
      value: [{ type: { type: 'user.role_changed' }, body: { userId, role: 'admin' }, audience: 'everyone' }],
    });
    expect(changeRole(ada, 'member', false)).toMatchObject({ ok: true, value: [{ body: { role: 'member' } }] });
  });

  it('that the person already has appends no event', () => {
    expect(changeRole(ada, 'admin', true)).toEqual({ ok: true, value: [] });
  });

  it('of the last admin cannot change', () => {
    expect(changeRole(ada, 'member', true)).toMatchObject(refusedWith('conflict'));
  });

  it('cannot be given to bots and deleted accounts', () => {
    expect(changeRole(undefined, 'admin', false)).toMatchObject(refusedWith('not_found'));
    expect(changeRole({ ...bob, isBot: true }, 'admin', false)).toMatchObject(refusedWith('not_found'));
    expect(changeRole({ ...bob, active: false }, 'admin', false)).toMatchObject(refusedWith('conflict'));
  });
});
