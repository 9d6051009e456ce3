import * as z from 'zod';

/** Every way a command can be refused. A closed set: a client may switch over it. */
export const errorCodes = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'too_large',
  'rate_limited',
  'unavailable',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** A value in a refusal's sentence: a number, an id, or a name from the contracts. Never part of the input. */
export type ParamValue = string | number;
export type ParamValues = Readonly<Record<string, ParamValue>>;

type ParamShape = Readonly<Record<string, z.ZodType<ParamValue>>>;

/**
 * Why a command is refused, declared beside the commands that use it. This is the only place of the English sentence;
 * `{name}` stands for a parameter, `{name:duration}` for one in milliseconds.
 */
export interface Reason<Name extends string = string, Shape extends ParamShape = ParamShape> {
  /** `subject.problem`; clients and translations use it as a key. */
  readonly name: Name;
  readonly code: ErrorCode;
  readonly sentence: string;
  readonly params: Shape;
}

/** `'max' | 'waitMs'` in "{max} at once. Try again in {waitMs:duration}." */
export type ParamsIn<Sentence extends string> = Sentence extends `${string}{${infer Param}}${infer Rest}`
  ? (Param extends `${infer Name}:${string}` ? Name : Param) | ParamsIn<Rest>
  : never;

export type ParamsOf<R extends Reason> = { readonly [Name in keyof R['params']]: z.output<R['params'][Name]> };

type Declaration<Sentence extends string, Shape> = { readonly code: ErrorCode; readonly sentence: Sentence } & ([
  ParamsIn<Sentence>,
] extends [never]
  ? { readonly params?: never }
  : { readonly params: Shape & Readonly<Record<Exclude<keyof Shape, ParamsIn<Sentence>>, never>> });

/** Declares a reason. Does not compile unless the sentence's placeholders and the parameters match. */
export const defineReason = <
  Name extends string,
  const Sentence extends string,
  Shape extends Readonly<Record<ParamsIn<Sentence>, z.ZodType<ParamValue>>> = Readonly<
    Record<ParamsIn<Sentence>, never>
  >,
>(
  name: Name,
  { code, sentence, params }: Declaration<Sentence, Shape>,
): Reason<Name, Shape> => ({ name, code, sentence, params: params ?? ({} as Shape) });

/** The types of parameters. */
export const param = {
  count: z.number().int().nonnegative(),
  limit: z.number(),
  milliseconds: z.number().nonnegative(),
  /** A name from the contracts, such as a field's. */
  name: z.string().max(200),
} as const;

const placeholder = /\{(\w+)(?::(\w+))?\}/g;

/** Fills the parameters into a template. `write` formats a number in a language. */
export const filledIn = (template: string, params: ParamValues, write: (value: number) => string = String): string =>
  template.replace(placeholder, (braces, name: string, format: string | undefined) => {
    const value = params[name];
    if (typeof value !== 'number') return typeof value === 'string' ? value : braces;
    return format === 'duration' ? durationText(value) : write(value);
  });

/** Formats a duration in units that are the same in every language. */
export function durationText(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.ceil(minutes / 60)} h`;
}
