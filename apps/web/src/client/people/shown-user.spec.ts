import { deletedUser } from '@devchitchat/contracts';
import { expect, it } from '@jest/globals';
import { inGerman } from '../../platform/language/testing/in-german';
import { ada } from '../testing/people';
import { shownUser } from './shown-user';

it('a deleted user has a name in the language of the page, and others keep their own', async () => {
  const speakEnglish = await inGerman();
  expect(shownUser({ ...ada, ...deletedUser }).displayName).toBe('Gelöschtes Konto');
  expect(shownUser(ada)).toBe(ada);
  await speakEnglish();
  expect(shownUser({ ...ada, ...deletedUser }).displayName).toBe(deletedUser.displayName);
});
