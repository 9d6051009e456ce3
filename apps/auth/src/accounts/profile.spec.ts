import type { User } from '@devchitchat/contracts';
import { actorOf, ada, bob } from '../testing/people';
import { changeProfile, profileOf, withProfile } from './profile';

const profile = { picture: '00000000000000aa', tone: 0, bio: 'Counts.', pronouns: 'she/her' };
const painted: User = { ...ada, ...profile };

describe('changing a profile', () => {
  it('is announced to everyone, and personal text stays out of the log', () => {
    const [changed] = changeProfile(ada, { displayName: 'Countess', bio: 'Counts.' });
    expect(changed).toMatchObject({ body: { userId: ada.userId }, audience: 'everyone' });
    expect(changed?.content).toEqual({ displayName: 'Countess', bio: 'Counts.' });
  });

  it('tells the current name and only the parts that change', () => {
    const [changed] = changeProfile(painted, { ...profile, tone: 3, picture: null });
    expect(changed?.content).toEqual({ displayName: ada.displayName, tone: 3, picture: null });
  });

  it('to what it is appends no event', () => {
    expect(changeProfile(ada, { displayName: ada.displayName, bio: null, tone: null })).toEqual([]);
    expect(changeProfile(painted, profile)).toEqual([]);
  });

  it('leaves the other parts, and removes those that are null', () => {
    expect(withProfile(ada, profile)).toEqual(painted);
    expect(withProfile(painted, { bio: null, tone: 2 })).toEqual({
      ...ada,
      picture: profile.picture,
      tone: 2,
      pronouns: 'she/her',
    });
  });
});

describe('whose profile an actor may change', () => {
  const dice: User = { ...bob, isBot: true };
  const everyone = new Map([ada, dice].map((user): [string, User] => [user.userId, user]));
  const find = (userId: User['userId']) => everyone.get(userId);

  it('is their own', () => {
    expect(profileOf(actorOf(ada), undefined, find)).toEqual({ ok: true, value: ada });
    expect(profileOf(actorOf(ada), ada.userId, find)).toEqual({ ok: true, value: ada });
  });

  it('is a bot’s for admins', () => {
    expect(profileOf(actorOf(ada), dice.userId, find)).toEqual({ ok: true, value: dice });
    const member = actorOf({ ...ada, role: 'member' });
    expect(profileOf(member, dice.userId, find)).toMatchObject({ error: { reason: 'admin.required' } });
  });

  it('is neither another person’s nor a revoked bot’s', () => {
    for (const other of [bob, { ...dice, active: false }])
      expect(profileOf(actorOf(ada), other.userId, () => other)).toMatchObject({ error: { reason: 'bot.unknown' } });
  });
});
