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
  it('is heard with its reason by admins and by whom it is about, before their sessions end', () => {
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

  it('twice is once', () => {
    expect(disableAccount({ ...disabling, user: disabled })).toEqual({ ok: true, value: [] });
  });

  it('is not done to oneself, to who is not here, or to whom nobody can sign in as', () => {
    expect(disableAccount({ ...disabling, by: bob.userId })).toMatchObject(refusedWith('conflict'));
    expect(disableAccount({ ...disabling, user: imported })).toMatchObject(refusedWith('conflict'));
    expect(disableAccount({ ...disabling, user: undefined })).toMatchObject(refusedWith('not_found'));
    expect(disableAccount({ ...disabling, user: bot })).toMatchObject(refusedWith('not_found'));
  });
});

describe('enabling an account', () => {
  it('is heard by everybody, and nothing where it is not disabled', () => {
    expect(enableAccount(disabled)).toMatchObject({
      value: [{ type: { type: 'user.enabled' }, body: { userId: bob.userId }, audience: 'everyone' }],
    });
    for (const user of [bob, imported]) expect(enableAccount(user)).toEqual({ ok: true, value: [] });
    for (const user of [bot, undefined]) expect(enableAccount(user)).toMatchObject(refusedWith('not_found'));
  });
});

describe('signing somebody out everywhere', () => {
  it('is one act and the end of each session, and nothing where there is none', () => {
    expect(signOutEverywhere(bob, [session])).toMatchObject({
      value: [{ type: { type: 'user.sessions_ended' }, body: { count: 1 } }, { type: { type: 'session.revoked' } }],
    });
    expect(signOutEverywhere(bob, [])).toEqual({ ok: true, value: [] });
    expect(signOutEverywhere(bot, [])).toMatchObject(refusedWith('not_found'));
  });
});

it('knows in which state an account is', () => {
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

  it('holds those whose handle or name has what is sought, in any case', () => {
    expect(handlesOn({ search: ' @ADA' })).toEqual(['Ada']);
    expect(handlesOn({ search: 'ärger' })).toEqual(['Zoë-1']);
    expect(handlesOn({ search: 'nobody' })).toEqual([]);
  });
});
