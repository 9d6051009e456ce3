import { mentionedHandles } from '@devchitchat/contracts';

/** The mentions of a message, as the indexes store them. */
export const mentionedBy = (text: string, everyone: boolean): readonly string[] => [
  ...mentionedHandles(text),
  ...(everyone ? ['everyone'] : []),
];
