import type { Reply } from '@devchitchat/contracts';
import { english } from './english';
import { languages, type Voice } from './languages';
import { filled, formOf, translated } from './sentence';
import type { Catalogue, Text, Value, ValuesOf } from './text';

/** What the page speaks. Set once, before anything is shown; another language begins with another start of the page. */
let spoken = speaking({ code: 'en', locale: 'en' }, english, {});

function speaking(voice: Voice, texts: Catalogue, answers: Readonly<Record<string, string>>) {
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
  if (language) spoken = speaking(voice, language.texts, language.answers);
  else spoken = speaking({ code: 'en', locale: voice.code === 'en' ? voice.locale : 'en' }, english, {});
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

const written = (value: Value): string => (typeof value === 'number' ? spoken.numbers.format(value) : value);

/** "Ada, Bo and Cy" */
export const listOf = (names: readonly string[]): string => spoken.lists.format(names);

/** For `Intl`: how dates, times and numbers are written here. */
export const locale = (): string => spoken.locale;

/** A sentence of the server, or of a schema, in the language of this page. */
export const inMyLanguage = (sentence: string): string => translated(sentence, spoken.answers);

/** The same reply, and a refusal says why in the language of this page. */
export function replyInMyLanguage<R extends Reply<unknown>>(reply: R): R {
  if (reply.ok) return reply;
  return { ...reply, error: { ...reply.error, message: inMyLanguage(reply.error.message) } };
}
