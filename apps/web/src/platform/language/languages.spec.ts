import { expect, it } from '@jest/globals';
import { voiceFor } from './languages';

it('the page speaks the chosen language, or else the first supported language of the browser', () => {
  expect(voiceFor(null, ['pl', 'de-AT', 'en'])).toEqual({ code: 'de', locale: 'de-AT' });
  expect(voiceFor('en', ['de-AT', 'en-GB'])).toEqual({ code: 'en', locale: 'en-GB' });
  expect(voiceFor('de', ['en-GB'])).toEqual({ code: 'de', locale: 'de' });
  expect(voiceFor(null, ['pl'])).toEqual({ code: 'en', locale: 'en' });
});
