import { describe, expect, it } from '@jest/globals';
import type { Account, User } from '@devchitchat/contracts';
import { ada } from '@devchitchat/contracts/testing';
import { accountNow } from './shown-account';

const user: User = {
  userId: ada,
  handle: 'ada',
  displayName: 'Ada',
  role: 'member',
  isBot: false,
  active: true,
  createdAt: 1,
};
const account: Account = { user, state: 'active', disabledAt: null, sessions: 2, lastSeenAt: 5 };
const now = (changed: Partial<User>) => accountNow(account, new Map([[ada, { ...user, ...changed }]]));

describe('a listed account', () => {
  it('stays unchanged without events', () => {
    expect(accountNow(account, new Map())).toEqual(account);
  });

  it('takes its role and name from later events', () => {
    expect(now({ role: 'admin', displayName: 'Ada L.' })).toEqual({
      ...account,
      user: { ...user, role: 'admin', displayName: 'Ada L.' },
    });
  });

  it('has no devices once it is disabled', () => {
    expect(now({ active: false, disabled: true })).toMatchObject({ state: 'disabled', sessions: 0, lastSeenAt: null });
  });

  it('is active again once it is enabled', () => {
    const disabled: Account = { ...account, state: 'disabled', disabledAt: 4, sessions: 0 };
    expect(accountNow(disabled, new Map([[ada, user]]))).toMatchObject({ state: 'active', disabledAt: null });
  });

  it('disappears once it is deleted', () => {
    expect(now({ handle: 'deleteduser', active: false })).toBeNull();
  });
});
