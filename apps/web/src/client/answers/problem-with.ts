import type { z } from 'zod';
import { problemIn } from '@devchitchat/contracts';
import { problemText } from './answer-text';

/** Says in a sentence why a value is not acceptable; empty when it is. */
export function problemWith(schema: z.ZodType, value: unknown): string {
  const [issue] = schema.safeParse(value).error?.issues ?? [];
  const message = issue ? problemText(problemIn(issue)) : '';
  return message ? `${message.charAt(0).toUpperCase()}${message.slice(1)}.` : '';
}
