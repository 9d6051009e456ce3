import * as z from 'zod';
import { timestamp } from '../grammar/ids';
import { sourceId } from '../grammar/imported';
import { limits } from '../grammar/limits';
import { textUpTo } from '../grammar/text';
import { emoji } from './model';

/** A message as it was said on another service. */
export const importedMessage = z.strictObject({
  id: sourceId,
  authorId: sourceId,
  text: textUpTo(limits.messageBytes),
  saidAt: timestamp,
  /** When it was changed last, there. */
  editedAt: timestamp.optional(),
  /** What it answers. Not here? Then it answers nothing. */
  replyTo: z.strictObject({ id: sourceId, authorId: sourceId }).optional(),
  /** One of each person and emoji. */
  reactions: z.array(z.strictObject({ authorId: sourceId, emoji })).max(500),
  pinned: z.boolean(),
});
export type ImportedMessage = z.infer<typeof importedMessage>;
