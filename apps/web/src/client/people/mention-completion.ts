import { mentionsIn } from '@devchitchat/message-text';
import { plain } from '../../platform/language/plain';

/** A person or `@everyone`, as mention completion offers them. */
export interface Mentionable {
  readonly handle: string;
  readonly name: string;
}

/** A mention being written: the position of its `@`, and the text after it. */
export interface BegunMention {
  readonly start: number;
  readonly prefix: string;
}

const maxOffered = 6;

/** Also letters that no handle has, because people are found by their names. */
const begun = /@([\p{L}\p{M}\p{N}_-]{0,32})$/u;
/** A handle that no message contains, in place of the one being written. */
const placeholder = 'the-mention-being-written';

/** The mention before the caret, if the text would mention a person whose handle stood there. */
export function begunMention(text: string, caret: number): BegunMention | null {
  const found = begun.exec(text.slice(Math.max(0, caret - 40), caret));
  if (!found) return null;
  const start = caret - found[0].length;
  const completedText = `${text.slice(0, start)}@${placeholder}${text.slice(endOfName(text, caret))}`;
  return mentionsIn(completedText).handles.has(placeholder) ? { start, prefix: found[1] ?? '' } : null;
}

/** The end of a name in which the caret stands. */
const endOfName = (text: string, caret: number): number => caret + (/^[\w-]*/.exec(text.slice(caret))?.[0].length ?? 0);

/**
 * The people whose handle, or a word of whose name, begins with `prefix`, whatever its case and accents; matches of the
 * handle come first.
 */
export function offered(prefix: string, people: readonly Mentionable[]): readonly Mentionable[] {
  const sought = plain(prefix);
  const begins = (word: string): boolean => plain(word).startsWith(sought);
  const byHandle = people.filter(({ handle }) => begins(handle));
  const byName = people.filter(({ handle, name }) => !begins(handle) && name.split(/\s+/).some(begins));
  return [...byHandle, ...byName].slice(0, maxOffered);
}

/** The text with the completed mention in place of the name, and the new caret position. */
export function completed(text: string, { start, prefix }: BegunMention, { handle }: Mentionable) {
  const after = text.slice(endOfName(text, start + 1 + prefix.length));
  const mention = `@${handle}${after.startsWith(' ') ? '' : ' '}`;
  return { text: text.slice(0, start) + mention + after, caret: start + handle.length + 2 };
}
