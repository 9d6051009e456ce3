import { z } from 'zod';
import { problemOf, type Rule, type Variable } from './variables.mjs';

/** The zod schema of a rule: its parser, with its refusal as the issue. */
export const schemaOfRule = <T>(rule: Rule<T>) =>
  z.string().transform((text, context): T => {
    const value = rule.parse(text);
    if (value !== undefined) return value;
    context.addIssue(problemOf(rule, text));
    return z.NEVER;
  });

type OfRule<T> = ReturnType<typeof schemaOfRule<T>>;

/** The zod schema of a shared variable, with its default, or optional, and with its description. */
export function schemaOf<T>(variable: Variable<T> & { readonly fallback: string }): z.ZodPrefault<OfRule<T>>;
export function schemaOf<T>(variable: Variable<T>): z.ZodOptional<OfRule<T>>;
export function schemaOf<T>(variable: Variable<T>): z.ZodType<T | undefined> {
  const { fallback, description } = variable;
  const schema = schemaOfRule(variable);
  return (fallback === undefined ? schema.optional() : schema.prefault(fallback)).describe(description);
}
