import type { z } from 'zod';
import type { Command, InputOf } from './grammar/command';
import { inputReasons, problemIn } from './grammar/problems';
import { inputShape, inputUnknownField } from './grammar/reasons-of-any-command';
import { accepted, refused, type Refusal, type Reply } from './grammar/reply';

const unexpectedShape = refused(inputShape);

/** The first problem of an input, as a refusal. Names the field, never repeats its value. */
export function refusalOf(error: z.ZodError): { ok: false; error: Refusal } {
  const [issue] = error.issues;
  if (!issue) return unexpectedShape;
  const field = issue.path.length === 0 ? 'input' : issue.path.join('.');
  if (issue.code === 'unrecognized_keys') return refused(inputUnknownField, { field });
  const { name, params } = problemIn(issue);
  return refused(inputReasons[name], { field, ...params });
}

/** Checks an input's shape. The gateway does so once for every command; a form may do so earlier for hints. */
export function parseInput<C extends Command>(command: C, input: unknown): Reply<InputOf<C>> {
  const parsed = attempt(() => command.input.safeParse(input ?? {}));
  if (!parsed) return unexpectedShape;
  return parsed.success ? accepted(parsed.data as InputOf<C>) : refusalOf(parsed.error);
}

/**
 * Zod compares the `length` of any value that has one, and throws a TypeError if it can't be
 * compared, as with `{"length":{"toString":0}}` instead of a list. Any other exception is a defect.
 */
function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
