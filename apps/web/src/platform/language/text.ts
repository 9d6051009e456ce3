/**
 * A text of the page: its English sentence, which is also its name in the catalogues. A language that has none for it shows
 * the English. Declare a text that is shown elsewhere with this type: catalogues.spec.ts finds it by that.
 */
export type Text = string;

/** What has to be filled in: `'name' | 'room'` in "{name} left {room}". */
type NamesIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** A text with nothing to fill in, such as stands on a button. */
export type Label = Text;

export type Value = string | number;

/** What `t` has to be given with a text. */
export type ValuesOf<S extends string> = [NamesIn<S>] extends [never]
  ? []
  : [values: Readonly<Record<NamesIn<S>, Value> & { count?: number }>];
