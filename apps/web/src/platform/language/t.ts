import { isolated } from './direction';
import { english } from './english';
import { languages, type Voice } from './languages';
import { filled, formOf } from './sentence';
import type { Answers, Language } from './catalogue/catalogue';
import type { Text, Value, ValuesOf } from './text';

/** English texts are written where they are used, and come with the server's replies. */
const inEnglish: Language = { texts: english, answers: { refusals: {}, problems: {}, alerts: {} } };

/** The page's language. Set once, before the first rendering; a change needs a restart of the page. */
let spoken = speaking({ code: 'en', locale: 'en' }, inEnglish);

function speaking(voice: Voice, { texts, answers }: Language) {
  return {
    texts,
    answers,
    locale: voice.locale,
    plurals: new Intl.PluralRules(voice.code),
    numbers: new Intl.NumberFormat(voice.locale),
    lists: new Intl.ListFormat(voice.locale),
  };
}

/** Without a network and without a copy of the catalogue the page stays English. */
export async function speak(voice: Voice): Promise<void> {
  const language = await languages[voice.code].load?.().catch(() => undefined);
  if (language) spoken = speaking(voice, language);
  else spoken = speaking({ code: 'en', locale: voice.code === 'en' ? voice.locale : 'en' }, inEnglish);
  document.documentElement.lang = language ? voice.code : 'en';
}

/**
 * A text in the language of this page: `t('Delete {room}?', { room: room.name })`. The English sentence is its key. A
 * text with `{count}` may have several plural forms; numbers are formatted for the locale.
 */
export function t<const S extends Text>(text: S, ...[values]: ValuesOf<S>): string {
  const given: Readonly<Record<string, Value>> = values ?? {};
  const { count } = given;
  const form = formOf(text, spoken.texts, typeof count === 'number' ? count : undefined, spoken.plurals);
  return filled(form, Object.fromEntries(Object.entries(given).map(([name, value]) => [name, written(value)])));
}

const written = (value: Value): string => (typeof value === 'number' ? numberText(value) : isolated(value));

/** A number in the locale's format. */
export const numberText = (value: number): string => spoken.numbers.format(value);

/** "Ada, Bo and Cy" */
export const listOf = (names: readonly string[]): string => spoken.lists.format(names.map(isolated));

/** For `Intl`: the locale of dates, times and numbers. */
export const locale = (): string => spoken.locale;

/** The translation of a named answer with parameters, such as a refusal; `undefined` if there is none. */
export function answerTemplate(kind: keyof Answers, name: string): string | undefined {
  const catalogue = spoken.answers[kind];
  return Object.hasOwn(catalogue, name) ? catalogue[name] : undefined;
}
