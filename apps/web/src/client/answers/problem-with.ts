import type { z } from 'zod';
import { problemIn } from '@devchitchat/contracts';
import { problemText } from './answer-text';

/** What is wrong with a value, as a sentence; empty when it is acceptable. */
export function problemWith(schema: z.ZodType, value: unknown): string {
  const [issue] = schema.safeParse(value).error?.issues ?? [];
  const message = issue ? problemText(problemIn(issue)) : '';
  return message ? `${message.charAt(0).toUpperCase()}${message.slice(1)}.` : '';
}
