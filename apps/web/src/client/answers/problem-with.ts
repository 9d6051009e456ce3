import type { z } from 'zod';
import { problemIn } from '@devchitchat/contracts';
import { problemSentence } from './answer-text';

/** The reason a value is not acceptable, as a sentence; empty for a valid value. */
export function problemWith(schema: z.ZodType, value: unknown): string {
  const [issue] = schema.safeParse(value).error?.issues ?? [];
  return issue ? problemSentence(problemIn(issue)) : '';
}
