import type { z } from 'zod';
import { inMyLanguage } from '../language/t';

/** What is wrong with a value, as a sentence; empty when it is acceptable. */
export function problemWith(schema: z.ZodType, value: unknown): string {
  const message = inMyLanguage(schema.safeParse(value).error?.issues[0]?.message ?? '');
  return message ? `${message.charAt(0).toUpperCase()}${message.slice(1)}.` : '';
}
