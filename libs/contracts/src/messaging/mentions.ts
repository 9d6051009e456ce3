/**
 * The `@` of a mention, as the source of a regular expression with the `u` flag: after these characters it belongs to a word
 * or an address.
 */
export const mentionStart = String.raw`(?<![\p{L}\p{N}_@.-])@`;

/** One character of a handle, as the source of a regular expression. */
export const handleCharacter = '[A-Za-z0-9_-]';

/** A handle, as the source of a regular expression. */
export const handleInText = `${handleCharacter}{2,32}`;

const everyone = new RegExp(String.raw`${mentionStart}everyone(?![\w-])`, 'iu');

/** Whether a text contains `@everyone`. Whether it counts depends on the author and the room's `everyoneBy`. */
export const mentionsEveryone = (text: string): boolean => everyone.test(text);

const code = /```[\s\S]*?(?:```|$)|`[^`\n]+`/g;
const mention = new RegExp(`${mentionStart}(${handleInText})`, 'giu');

/** Most people one message can mention. Each costs a row, and 8,000 bytes could hold two thousand. */
const mostMentioned = 100;

/** The first hundred `@handle`s of a text, in lower case; without those in code and without `everyone`. */
export function mentionedHandles(text: string): ReadonlySet<string> {
  const handles = new Set<string>();
  if (!text.includes('@')) return handles;
  for (const [, handle = ''] of text.replace(code, ' ').matchAll(mention)) {
    if (handle.toLowerCase() !== 'everyone') handles.add(handle.toLowerCase());
    if (handles.size === mostMentioned) break;
  }
  return handles;
}
