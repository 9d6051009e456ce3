import type { RoomId, UserId } from '@devchitchat/contracts';
import { composed, folded, wordsIn } from './words';

/** What the indexes are given of a message, and must be given again to forget it. */
export interface Indexed {
  readonly roomId: RoomId;
  readonly userId: UserId;
  readonly text: string;
  /** Whom it mentions, in lower case; `everyone` is among them where it calls everybody. */
  readonly handles: Iterable<string>;
}

/** For the index of words: the words as they are compared, so that the index and a search can never see different ones. */
export const wordsOf = ({ text }: Indexed): string =>
  wordsIn(composed(text))
    .map(({ key }) => key)
    .join(' ');

/** For the index of parts: everything, folded, begun with a space so that also the first word has one before it. */
export const partsOf = ({ text }: Indexed): string =>
  ` ${folded(text)
    .replaceAll(/\p{Cc}/gu, ' ')
    .toWellFormed()}`;

/** For the index of words, in a column of its own: by what operators find a message. */
export const factsOf = ({ roomId, userId, text, handles }: Indexed): string =>
  [
    facts.inRoom(roomId),
    facts.by(userId),
    ...(/https?:\/\//i.test(text) ? [facts.link] : []),
    ...(/```|`[^`\n]+`/.test(text) ? [facts.code] : []),
    ...Array.from(handles, facts.mentions),
  ].join(' ');

/** Each is one word to the index. */
export const facts = {
  inRoom: (roomId: RoomId): string => roomId.replace('_', ''),
  by: (userId: UserId): string => userId.replace('_', ''),
  link: 'haslink',
  code: 'hascode',
  mentions: (handle: string): string =>
    `mentions${handle.toLowerCase().replaceAll('-', '\ue002').replaceAll('_', '\ue003')}`,
} as const;
