import type { RoomId, UserId } from '@devchitchat/contracts';
import { folded, wordsIn } from './words';

/** The input of the indexes for a message. The same input is required again to remove it. */
export interface Indexed {
  readonly roomId: RoomId;
  readonly userId: UserId;
  readonly text: string;
  /** The mentioned handles in lower case, with `everyone` if it mentions everyone. */
  readonly handles: Iterable<string>;
}

/**
 * The message for the index of words: words as they are compared, so that the index and a search split texts
 * identically.
 */
export const wordsOf = ({ text }: Indexed): string =>
  wordsIn(text)
    .map(({ key }) => key)
    .join(' ');

/**
 * The message for the index of parts: the folded text, with a space in front so that its first word has one before it,
 * too.
 */
export const partsOf = ({ text }: Indexed): string =>
  ` ${folded(text)
    .replaceAll(/\p{Cc}/gu, ' ')
    .toWellFormed()}`;

/** The message's facts for a separate column in the index of words, by which operators find it. */
export const factsOf = ({ roomId, userId, text, handles }: Indexed): string =>
  [
    facts.inRoom(roomId),
    facts.by(userId),
    ...(/https?:\/\//i.test(text) ? [facts.link] : []),
    ...(/```|`[^`\n]+`/.test(text) ? [facts.code] : []),
    ...Array.from(handles, facts.mentions),
  ].join(' ');

/** Each fact is one word to the index. */
export const facts = {
  inRoom: (roomId: RoomId): string => roomId.replace('_', ''),
  by: (userId: UserId): string => userId.replace('_', ''),
  link: 'haslink',
  code: 'hascode',
  mentions: (handle: string): string =>
    `mentions${handle.toLowerCase().replaceAll('-', '\ue002').replaceAll('_', '\ue003')}`,
} as const;
