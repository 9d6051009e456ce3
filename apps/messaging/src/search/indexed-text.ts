import type { FileKind, RoomId, UserId } from '@devchitchat/contracts';
import { folded, wordsIn } from './words';

/** The facts about a file of a message by which the message is found. */
export interface SearchedFile {
  readonly kind: FileKind;
  readonly name: string;
  /** The sender's description of a picture. */
  readonly alt?: string | undefined;
}

/** The text and the files of a message. */
export interface Searched {
  readonly text: string;
  readonly files?: readonly SearchedFile[] | undefined;
}

/** The input of the indexes for a message. The same input is required again to remove it. */
export interface Indexed extends Searched {
  readonly roomId: RoomId;
  readonly userId: UserId;
  /** The mentioned handles in lower case, with `everyone` if it mentions everyone. */
  readonly handles: Iterable<string>;
}

/** The text that is searched: the message's, then the names and descriptions of its files. */
export const searchedText = ({ text, files = [] }: Searched): string =>
  files.length === 0
    ? text
    : [text, ...files.flatMap(({ name, alt }) => [name, alt ?? ''])].filter((part) => part !== '').join(' · ');

/**
 * The message for the index of words: words as they are compared, so that the index and a search split texts
 * identically.
 */
export const wordsOf = (message: Searched): string =>
  wordsIn(searchedText(message))
    .map(({ key }) => key)
    .join(' ');

/**
 * The message for the index of parts: the folded text, with a space in front so that its first word has one before it,
 * too.
 */
export const partsOf = (message: Searched): string =>
  ` ${folded(searchedText(message))
    .replaceAll(/\p{Cc}/gu, ' ')
    .toWellFormed()}`;

/** The message's facts for a separate column in the index of words, by which operators find it. */
export const factsOf = ({ roomId, userId, text, files = [], handles }: Indexed): string =>
  [
    facts.inRoom(roomId),
    facts.by(userId),
    ...(/https?:\/\//i.test(text) ? [facts.link] : []),
    ...(/```|`[^`\n]+`/.test(text) ? [facts.code] : []),
    ...(files.length > 0 ? [facts.file] : []),
    ...new Set(files.flatMap(({ kind }) => (kind === 'other' ? [] : [facts[kind]]))),
    ...Array.from(handles, facts.mentions),
  ].join(' ');

/** Each fact is one word to the index. */
export const facts = {
  inRoom: (roomId: RoomId): string => roomId.replace('_', ''),
  by: (userId: UserId): string => userId.replace('_', ''),
  link: 'haslink',
  code: 'hascode',
  /** Any file, pictures included. */
  file: 'hasfile',
  picture: 'hasimage',
  video: 'hasvideo',
  audio: 'hasaudio',
  mentions: (handle: string): string =>
    `mentions${handle.toLowerCase().replaceAll('-', '\ue002').replaceAll('_', '\ue003')}`,
} as const;
