import type { german } from './german/german';

/**
 * Everything the page says, as its English sentence. The German catalogue is the list of them: who writes `t('Reply')`
 * before there is a German for it, does not compile. Only the type comes from there, and no German into the page.
 */
export type Text = keyof (typeof german)['texts'];

/** What has to be filled in: `'name' | 'room'` in "{name} left {room}". */
type NamesIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** A text with nothing to fill in, such as stands on a button. */
export type Label = { [S in Text]: [NamesIn<S>] extends [never] ? S : never }[Text];

export type Value = string | number;

/** What `t` has to be given with a text. Of one that is no text nothing is asked, so that the compiler says only that. */
export type ValuesOf<S extends string> = [Text] extends [S]
  ? []
  : [NamesIn<S>] extends [never]
    ? []
    : [values: Readonly<Record<NamesIn<S>, Value> & { count?: number }>];

/** One for each way in which the language counts; which one, `{count}` says. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

export type Catalogue = Readonly<Record<string, string | Forms>>;

/** What the server says as a name with parameters, by the name. `{count}` stands for a parameter. */
export interface Answers {
  readonly refusals: Readonly<Record<string, string>>;
  /** What is wrong with a field, as a phrase. */
  readonly problems: Readonly<Record<string, string>>;
  /** What is wrong with a process of the server. */
  readonly complaints: Readonly<Record<string, string>>;
}

/** A language. What the server says and it does not is shown in English. */
export interface Language {
  readonly texts: Readonly<Record<Text, string | Forms>>;
  readonly answers: Answers;
}
