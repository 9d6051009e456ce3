import { keepLocally, localText } from '../browser/local-store';
import { languageCodes, voiceFor, type LanguageCode, type Voice } from './languages';

const storageKey = 'devchitchat language';

/** The language chosen on this device; `null` leaves the choice to the browser. */
export function chosenLanguage(): LanguageCode | null {
  const stored = localText(storageKey);
  return languageCodes.find((code) => code === stored) ?? null;
}

export const voiceHere = (): Voice => voiceFor(chosenLanguage(), navigator.languages);

/** Takes effect when the page starts the next time. */
export function chooseLanguage(code: LanguageCode | null): void {
  keepLocally(storageKey, code);
}
