import { mentionedHandles } from '@devchitchat/contracts';

/** Whom a message means, as the indexes are told. */
export const mentionedBy = (text: string, everyone: boolean): readonly string[] => [
  ...mentionedHandles(text),
  ...(everyone ? ['everyone'] : []),
];
