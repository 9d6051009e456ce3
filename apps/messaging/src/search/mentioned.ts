import { mentionsIn } from '@devchitchat/message-text';

/** The mentions of a message, as the indexes store them. */
export const mentionedBy = (text: string, everyone: boolean): readonly string[] => [
  ...mentionsIn(text).handles,
  ...(everyone ? ['everyone'] : []),
];
