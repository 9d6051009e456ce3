import type { Language } from './catalogue/catalogue';

/**
 * Every language of the page by its code, with its own name for itself. Only users who chose a language download it. A
 * language declared complete translates every text, which a test enforces; the others fall back to English.
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
  /** The format of dates, times and numbers: British and Americans share a language, but no date format. */
  readonly locale: string;
}

/** The language of the page: the one chosen on this device, or else the first supported language of the browser. */
export function voiceFor(chosen: LanguageCode | null, preferred: readonly string[]): Voice {
  const speaks = (locale: string, code: LanguageCode) => locale.toLowerCase().split('-')[0] === code;
  const code =
    chosen ?? firstOf(preferred.map((locale) => languageCodes.find((known) => speaks(locale, known)))) ?? 'en';
  return { code, locale: preferred.find((locale) => speaks(locale, code)) ?? code };
}

const firstOf = <Value>(values: readonly (Value | undefined)[]): Value | undefined =>
  values.find((value) => value !== undefined);
