import { keepLocally, localText } from '../browser/local-store';
import { languageCodes, voiceFor, type LanguageCode, type Voice } from './languages';

const storageKey = 'devchitchat language';

/** What was chosen on this device; `null` leaves it to the browser. */
export function chosenLanguage(): LanguageCode | null {
  const stored = localText(storageKey);
  return languageCodes.find((code) => code === stored) ?? null;
}

export const voiceHere = (): Voice => voiceFor(chosenLanguage(), navigator.languages);

/** From the next start of the page on. */
export function chooseLanguage(code: LanguageCode | null): void {
  keepLocally(storageKey, code);
}
