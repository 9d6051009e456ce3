import { expect, it } from '@jest/globals';
import { inGerman } from '../language/testing/in-german';
import { page } from '../testing/page';
import { keyName } from './key-name';

page();

it('a key has the name on its keyboard', async () => {
  expect(['Ctrl', 'Shift', '↓', 'K'].map(keyName)).toEqual(['Ctrl', 'Shift', '↓', 'K']);
  const speakEnglish = await inGerman();
  expect(['Ctrl', 'Shift', 'Del', 'Enter', 'Alt'].map(keyName)).toEqual(['Strg', 'Umschalt', 'Entf', 'Enter', 'Alt']);
  await speakEnglish();
});
