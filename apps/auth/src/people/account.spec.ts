import type { User } from '@devchitchat/contracts';
import { ada, bob, sessionIds } from '../testing/people';
import { refusedWith } from '../testing/running-auth';
import { disableAccount, enableAccount, foundAfter, signOutEverywhere, stateOf } from './account';

const disabled: User = { ...bob, active: false, disabled: true };
const imported: User = { ...bob, active: false };
const bot: User = { ...bob, isBot: true };
const session = { sessionId: sessionIds[0], userId: bob.userId, expiresAt: 2, lastSeenAt: 1 };
const disabling = { by: ada.userId, user: bob, reason: undefined, sessions: [session], admins: [ada.userId] };

describe('disabling an account', () => {
  it('sends the reason to admins and to its person, before the sessions end', () => {
    expect(disableAccount({ ...disabling, reason: 'Left' })).toMatchObject({
      ok: true,
      value: [
        {
          type: { type: 'user.disabled' },
          body: { userId: bob.userId },
          content: { reason: 'Left' },
          audience: [ada.userId, bob.userId],
          followers: 'everyone',
        },
        { type: { type: 'session.revoked' }, body: { sessionId: session.sessionId } },
      ],
    });
    expect(disableAccount(disabling)).toMatchObject({ value: [{ content: null }, {}] });
  });

  it('twice takes effect once', () => {
    expect(disableAccount({ ...disabling, user: disabled })).toEqual({ ok: true, value: [] });
  });

  it('is refused for oneself, for a deleted account, and for an account that cannot sign in', () => {
    expect(disableAccount({ ...disabling, by: bob.userId })).toMatchObject(refusedWith('conflict'));
    expect(disableAccount({ ...disabling, user: imported })).toMatchObject(refusedWith('conflict'));
    expect(disableAccount({ ...disabling, user: undefined })).toMatchObject(refusedWith('not_found'));
    expect(disableAccount({ ...disabling, user: bot })).toMatchObject(refusedWith('not_found'));
  });
});

describe('enabling an account', () => {
  it('is announced to everyone, and appends no event if the account is not disabled', () => {
    expect(enableAccount(disabled)).toMatchObject({
      value: [{ type: { type: 'user.enabled' }, body: { userId: bob.userId }, audience: 'everyone' }],
    });
    for (const user of [bob, imported]) expect(enableAccount(user)).toEqual({ ok: true, value: [] });
    for (const user of [bot, undefined]) expect(enableAccount(user)).toMatchObject(refusedWith('not_found'));
  });
});

describe('signing a person out everywhere', () => {
  it('is one action plus the end of each session, and appends no event without sessions', () => {
    expect(signOutEverywhere(bob, [session])).toMatchObject({
      value: [{ type: { type: 'user.sessions_ended' }, body: { count: 1 } }, { type: { type: 'session.revoked' } }],
    });
    expect(signOutEverywhere(bob, [])).toEqual({ ok: true, value: [] });
    expect(signOutEverywhere(bot, [])).toMatchObject(refusedWith('not_found'));
  });
});

it('an account is active, disabled or imported', () => {
  expect([bob, disabled, imported].map(stateOf)).toEqual(['active', 'disabled', 'imported']);
});

describe('a page of accounts', () => {
  const listed = [ada, bob, { ...bob, handle: 'Zoë-1', displayName: 'ÄRGER' }].map((user) => ({
    user,
    disabledAt: null,
  }));
  const handlesOn = (asked: Parameters<typeof foundAfter>[1]) =>
    foundAfter(listed, asked).map(({ user }) => user.handle);

  it('begins after a handle, in any case', () => {
    expect(foundAfter(listed, { search: '' })).toEqual(listed);
    expect(foundAfter(listed, { search: '', after: 'BOB' })).toEqual(listed.slice(2));
  });

  it('holds the accounts whose handle or name contains the search text, in any case', () => {
    expect(handlesOn({ search: ' @ADA' })).toEqual(['Ada']);
    expect(handlesOn({ search: 'ärger' })).toEqual(['Zoë-1']);
    expect(handlesOn({ search: 'nobody' })).toEqual([]);
  });
});
