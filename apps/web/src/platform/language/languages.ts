import type { Language } from './catalogue/catalogue';

/**
 * Every language the page speaks, by its code, with the name it has for itself. Each comes only to those who chose it.
 * One that is complete has a translation of every text, which a test holds it to; another one shows the rest in English.
 */
export const languages = {
  en: { name: 'English', isComplete: true, load: null },
  de: { name: 'Deutsch', isComplete: true, load: () => import('./german/german').then(({ german }) => german) },
} as const satisfies Record<
  string,
  { readonly name: string; readonly isComplete: boolean; readonly load: (() => Promise<Language>) | null }
>;

export type LanguageCode = keyof typeof languages;

export const languageCodes = Object.keys(languages) as LanguageCode[];

export interface Voice {
  readonly code: LanguageCode;
  /** How dates, times and numbers are written: British and Americans share a language, and no date. */
  readonly locale: string;
}

/** What the page shall speak: what was chosen on this device, or else the first of the browser's languages that it can. */
export function voiceFor(chosen: LanguageCode | null, preferred: readonly string[]): Voice {
  const speaks = (locale: string, code: LanguageCode) => locale.toLowerCase().split('-')[0] === code;
  const code =
    chosen ?? firstOf(preferred.map((locale) => languageCodes.find((known) => speaks(locale, known)))) ?? 'en';
  return { code, locale: preferred.find((locale) => speaks(locale, code)) ?? code };
}

const firstOf = <Value>(values: readonly (Value | undefined)[]): Value | undefined =>
  values.find((value) => value !== undefined);
