import { displayName, handle } from '@devchitchat/contracts';
import { displayNameFor, handleFor } from './person';

const id = '80351110224678912';

describe('an imported Discord user', () => {
  it.each([
    ['nelly.wood', 'nelly-wood'],
    ['Ørjan Ångström', 'rjan-Angstrom'],
    ['日本', 'user-24678912'],
    ['..a..', 'user-24678912'],
    ['n'.repeat(40), 'n'.repeat(32)],
    ['__under__', 'under'],
  ])('%s is @%s', (name, expected) => {
    expect(handleFor({ id, name })).toBe(expected);
    expect(handle.safeParse(expected).success).toBe(true);
  });

  it.each([
    ['Nelly', 'nelly', 'Nelly'],
    [null, 'nelly', 'nelly'],
    ['\u202eyllen\u200b', 'nelly', 'yllen'],
    [' \u200b ', '\u200b', 'user-24678912'],
    ['木'.repeat(60), 'x', '木'.repeat(48)],
    ['🪵'.repeat(60), 'x', '🪵'.repeat(48)],
    ['علی‌رضا', 'x', 'علی‌رضا'],
    ['🏳️‍🌈 Sam', 'x', '🏳️‍🌈 Sam'],
    ['\u3164', 'sam', 'sam'],
  ])('goes by %j, %j as %j', (nickname, name, expected) => {
    const shown = displayNameFor({ id, name, nickname, isBot: false });
    expect(shown).toBe(expected);
    expect(displayName.safeParse(shown).success).toBe(true);
  });
});
