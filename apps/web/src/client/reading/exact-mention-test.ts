import { mentionsIn } from '@devchitchat/message-text';
import { mayMention, type MentionTest } from './quick-mention-test';

/** The exact test, by the grammar that the server uses. Few texts pass the quick test, so few are parsed. */
export const mentionsPerson: MentionTest = (text, handle) =>
  mayMention(text, handle) && mentionsIn(text).handles.has(handle.toLowerCase());
