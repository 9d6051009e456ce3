import { expect, it } from '@jest/globals';
import { ada, peopleHere } from '../client/testing/people';
import { page } from '../platform/testing/page';
import { Avatar } from './avatar';

const { render, settled } = page();

const shown = async (who: typeof ada) => {
  const { fixture } = await render(Avatar, { inputs: { userId: who.userId }, providers: [peopleHere(who)] });
  return fixture.nativeElement as HTMLElement;
};

it('a user without a picture has initials', async () => {
  const avatar = await shown(ada);
  expect(avatar.dataset['text']).toBe('AD');
  expect(avatar.querySelector('img')).toBeNull();
});

it('a picture replaces the initials, unless it cannot be loaded', async () => {
  const avatar = await shown({ ...ada, picture: '5f2c9a0e71b3d846' });
  const picture = avatar.querySelector('img');
  expect([picture?.getAttribute('src'), picture?.alt]).toEqual(['5f2c9a0e71b3d846', '']);
  expect(avatar.dataset['text']).toBeUndefined();
  picture?.dispatchEvent(new Event('error'));
  await settled();
  expect(avatar.querySelector('img')).toBeNull();
  expect(avatar.dataset['text']).toBe('AD');
});
