import { english } from './english';
import { languages, type Voice } from './languages';
import { filled, formOf } from './sentence';
import type { Answers, Language } from './catalogue/catalogue';
import type { Text, Value, ValuesOf } from './text';

/** English is written where it is said, and comes with what the server says. */
const inEnglish: Language = { texts: english, answers: { refusals: {}, problems: {}, alerts: {} } };

/** What the page speaks. Set once, before anything is shown; another language begins with another start of the page. */
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

/** Without a network and without a copy of the catalogue it stays English, which is better than nothing. */
export async function speak(voice: Voice): Promise<void> {
  const language = await languages[voice.code].load?.().catch(() => undefined);
  if (language) spoken = speaking(voice, language);
  else spoken = speaking({ code: 'en', locale: voice.code === 'en' ? voice.locale : 'en' }, inEnglish);
  document.documentElement.lang = language ? voice.code : 'en';
}

/**
 * A text in the language of this page: `t('Delete {room}?', { room: room.name })`. The English sentence is its name. Of a
 * text with `{count}` a language may have several forms; numbers are written as is the custom.
 */
export function t<const S extends Text>(text: S, ...[values]: ValuesOf<S>): string {
  const given: Readonly<Record<string, Value>> = values ?? {};
  const { count } = given;
  const form = formOf(text, spoken.texts, typeof count === 'number' ? count : undefined, spoken.plurals);
  return filled(form, Object.fromEntries(Object.entries(given).map(([name, value]) => [name, written(value)])));
}

const written = (value: Value): string => (typeof value === 'number' ? numberText(value) : value);

/** A number as it is written here. */
export const numberText = (value: number): string => spoken.numbers.format(value);

/** "Ada, Bo and Cy" */
export const listOf = (names: readonly string[]): string => spoken.lists.format(names);

/** For `Intl`: how dates, times and numbers are written here. */
export const locale = (): string => spoken.locale;

/** How this language says something that comes as a name with parameters, such as a refusal; `undefined`: it does not. */
export function answerTemplate(kind: keyof Answers, name: string): string | undefined {
  const catalogue = spoken.answers[kind];
  return Object.hasOwn(catalogue, name) ? catalogue[name] : undefined;
}
