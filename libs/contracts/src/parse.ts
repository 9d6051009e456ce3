import type { z } from 'zod';
import type { Command, InputOf } from './command';
import { accepted, refused, type Refusal, type Reply } from './reply';

/** The first thing wrong with an input, as a refusal. Names the field, never repeats what stood in it. */
export function refusalOf(error: z.ZodError): { ok: false; error: Refusal } {
  const [issue] = error.issues;
  if (!issue) return refused('invalid', 'The input does not have the expected shape.');
  const field = issue.path.length === 0 ? 'The input' : `"${issue.path.join('.')}"`;
  if (issue.code === 'unrecognized_keys') return refused('invalid', `${field} has a field that is not known here.`);
  const tooLarge = issue.code === 'custom' && issue.params?.['code'] === 'too_large';
  return refused(tooLarge ? 'too_large' : 'invalid', `${field} is not acceptable: ${issue.message}.`);
}

/** Checks an input's shape. The gateway does it for every command, once; a form may do it earlier for hints. */
export function parseInput<C extends Command>(command: C, input: unknown): Reply<InputOf<C>> {
  const parsed = command.input.safeParse(input ?? {});
  return parsed.success ? accepted(parsed.data as InputOf<C>) : refusalOf(parsed.error);
}
