import { ada, bob } from '../testing/people';
import { refusedWith } from '../testing/running-auth';
import { changeRole } from './role';

describe('a role on the server', () => {
  it('changes, and everybody hears it', () => {
    const { userId } = bob;
    expect(changeRole(bob, 'admin', false)).toMatchObject({
      ok: true,
      value: [{ type: { type: 'user.role_changed' }, body: { userId, role: 'admin' }, audience: 'everyone' }],
    });
    expect(changeRole(ada, 'member', false)).toMatchObject({ ok: true, value: [{ body: { role: 'member' } }] });
  });

  it('that somebody has already is no change', () => {
    expect(changeRole(ada, 'admin', true)).toEqual({ ok: true, value: [] });
  });

  it('of the last admin stays', () => {
    expect(changeRole(ada, 'member', true)).toMatchObject(refusedWith('conflict'));
  });

  it('is for people who are here: not for bots, not for who is gone', () => {
    expect(changeRole(undefined, 'admin', false)).toMatchObject(refusedWith('not_found'));
    expect(changeRole({ ...bob, isBot: true }, 'admin', false)).toMatchObject(refusedWith('not_found'));
    expect(changeRole({ ...bob, active: false }, 'admin', false)).toMatchObject(refusedWith('conflict'));
  });
});
