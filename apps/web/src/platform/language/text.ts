/**
 * A text of the page: its English sentence, which is also its key in the catalogues. A language without a translation
 * shows the English. Declare a text that is shown elsewhere with this type: catalogues.spec.ts finds it by that.
 */
export type Text = string;

/** The placeholders of a text: `'name' | 'room'` for "{name} left {room}". */
type NamesIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** A text without placeholders, such as the label of a button. */
export type Label = Text;

export type Value = string | number;

/** The arguments that `t` needs besides the text. */
export type ValuesOf<S extends string> = [NamesIn<S>] extends [never]
  ? []
  : [values: Readonly<Record<NamesIn<S>, Value> & { count?: number }>];
