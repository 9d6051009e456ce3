import * as z from 'zod';
import { timestamp } from '../grammar/ids';
import { sourceId } from '../grammar/imported';
import { limits } from '../grammar/limits';
import { textUpTo } from '../grammar/text';
import { emoji } from './model';

/** A message from another service. */
export const importedMessage = z.strictObject({
  id: sourceId,
  /** The first of the messages into which a long one was split. Ignored if an earlier command added that one. */
  continues: sourceId.optional(),
  authorId: sourceId,
  text: textUpTo(limits.messageBytes),
  saidAt: timestamp,
  /** The time of its last edit there. */
  editedAt: timestamp.optional(),
  /** The message it replies to. Ignored if that message is not imported. */
  replyTo: z.strictObject({ id: sourceId, authorId: sourceId }).optional(),
  /** One per person and emoji. */
  reactions: z.array(z.strictObject({ authorId: sourceId, emoji })).max(limits.reactionsPerMessage),
  pinned: z.boolean(),
});
export type ImportedMessage = z.infer<typeof importedMessage>;
