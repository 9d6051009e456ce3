/** One form of a text for each plural category of the language; `{count}` chooses it. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** Translations by their English text. */
export type Catalogue = Readonly<Record<string, string | Forms>>;

/** Translations of the server's refusals, field problems and alerts, by name. `{count}` stands for a parameter. */
export interface Answers {
  readonly refusals: Readonly<Record<string, string>>;
  /** Phrases. */
  readonly problems: Readonly<Record<string, string>>;
  readonly alerts: Readonly<Record<string, string>>;
}

/** A language. Missing texts are shown in English. */
export interface Language {
  readonly texts: Catalogue;
  readonly answers: Answers;
}
