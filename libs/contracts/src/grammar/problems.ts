import type * as z from 'zod';
import { param, type ParamValues, type Reason } from './reason';

/** The problems of a field, as phrases: used in a refusal's sentence and as a hint beside the field. */
export const problems = {
  empty: 'empty',
  too_short: 'shorter than {limit} characters',
  too_long: 'longer than {limit} characters',
  too_many_bytes: 'longer than {limit} bytes',
  too_few: 'fewer than {limit} entries',
  too_many: 'more than {limit} entries',
  too_low: 'less than {limit}',
  too_high: 'more than {limit}',
  wrong_type: 'not of the type {expected}',
  not_a_choice: 'not one of its possible values',
  invisible: 'has control or invisible characters',
  marks: 'has more than 7 marks on one letter',
  characters: 'only letters from a to z, digits, - and _',
  ends: 'begins and ends with a letter or a digit',
  id: 'not an id of this kind',
  link: 'not a link of this server',
  device_code: 'a code has 10 letters and digits',
  cursor: 'not a cursor of this list',
  time_zone: 'not a time zone',
  emoji: 'not one emoji',
  file_name: 'a name without a folder',
  file_twice: 'has the same file twice',
  slow_mode: '0 for no slow mode, or 5 seconds to 6 hours',
  changes_nothing: 'nothing would change',
  several_ends: 'beforeSeq, afterSeq and fromTs exclude each other',
  form: 'not in the expected form',
} as const;
export type ProblemName = keyof typeof problems;

export interface FieldProblem {
  readonly name: ProblemName;
  /** The values in the phrase: limits and types from the schema. */
  readonly params: ParamValues;
}

type InputReason<Name extends ProblemName> = Reason<`input.${Name}`>;

function reasonFor<Name extends ProblemName>(name: Name): InputReason<Name> {
  const phrase = problems[name];
  return {
    name: `input.${name}`,
    code: name === 'too_many_bytes' ? 'too_large' : 'invalid',
    sentence: `Invalid {field}: ${phrase}.`,
    params: {
      field: param.name,
      ...(phrase.includes('{limit}') && { limit: param.limit }),
      ...(phrase.includes('{expected}') && { expected: param.name }),
    },
  };
}

/** A reason for each problem. `field` is the path of the field, and `input` stands for the whole of it. */
export const inputReasons = Object.fromEntries(
  (Object.keys(problems) as ProblemName[]).map((name) => [name, reasonFor(name)]),
) as { readonly [Name in ProblemName]: InputReason<Name> };

/** Schemas give a problem's phrase as their message, because a zod check can only carry a text. */
const byPhrase = new Map<string, ProblemName>(
  Object.entries(problems).map(([name, phrase]) => [phrase, name as ProblemName]),
);

/** Converts a zod issue to a field problem. */
export function problemIn(issue: z.core.$ZodIssue): FieldProblem {
  switch (issue.code) {
    case 'invalid_type':
      return { name: 'wrong_type', params: { expected: issue.expected } };
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'too_big':
      return { name: sizes[kindOf(issue.origin)].above, params: { limit: Number(issue.maximum) } };
    case 'invalid_value':
    case 'invalid_union':
      return { name: 'not_a_choice', params: {} };
    case 'custom':
      return { name: byPhrase.get(issue.message) ?? 'form', params: limitIn(issue.params) };
    default:
      return { name: byPhrase.get(issue.message) ?? 'form', params: {} };
  }
}

const sizes = {
  text: { below: 'too_short', above: 'too_long' },
  list: { below: 'too_few', above: 'too_many' },
  number: { below: 'too_low', above: 'too_high' },
} as const satisfies Record<string, Record<'below' | 'above', ProblemName>>;

const kindOf = (origin: string): keyof typeof sizes =>
  origin === 'string' ? 'text' : origin === 'array' ? 'list' : 'number';

function tooSmall(origin: string, limit: number): FieldProblem {
  const kind = kindOf(origin);
  if (kind === 'text' && limit === 1) return { name: 'empty', params: {} };
  return { name: sizes[kind].below, params: { limit } };
}

const limitIn = (params: Readonly<Record<string, unknown>> | undefined): ParamValues =>
  typeof params?.['limit'] === 'number' ? { limit: params['limit'] } : {};
