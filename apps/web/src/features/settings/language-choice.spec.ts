import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chooseLanguage, chosenLanguage } from '../../platform/language/chosen-language';
import { page } from '../../platform/testing/page';
import { LanguageChoice } from './language-choice';

const { render, screen, user } = page();

describe('the choice of a language', () => {
  const { location } = globalThis;
  let reloads: number;
  beforeEach(() => {
    reloads = 0;
    Object.assign(globalThis, { location: { reload: () => (reloads += 1) } });
  });
  afterEach(() => {
    chooseLanguage(null);
    Object.assign(globalThis, { location });
  });
  const choice = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Language' });

  it('lists each language under its own name, and follows the browser at first', async () => {
    await render(LanguageChoice);
    expect([...choice().options].map(({ text, lang }) => [text, lang])).toEqual([
      ['Browser default', ''],
      ['English', 'en'],
      ['Deutsch', 'de'],
    ]);
    expect(choice().value).toBe('');
  });

  it('keeps the chosen language on this device and starts the page anew in it', async () => {
    await render(LanguageChoice);
    await user.selectOptions(choice(), 'Deutsch');
    expect([chosenLanguage(), reloads]).toEqual(['de', 1]);
  });

  it('returns to the language of the browser', async () => {
    chooseLanguage('de');
    await render(LanguageChoice);
    expect(choice().value).toBe('de');
    await user.selectOptions(choice(), 'Browser default');
    expect([chosenLanguage(), reloads]).toEqual([null, 1]);
  });
});
