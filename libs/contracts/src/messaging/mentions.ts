/** Everybody in the room is meant. Whose text does it, the room's `everyoneBy` says; in anybody else's these are words. */
export const mentionsEveryone = (text: string): boolean => /(?<![\p{L}\p{N}_@.-])@everyone(?![\w-])/iu.test(text);

const code = /```[\s\S]*?(?:```|$)|`[^`\n]+`/g;
const mention = /(?<![\p{L}\p{N}_@.-])@([A-Za-z0-9_-]{2,32})/giu;

/** Every `@handle` of a text outside of code, in lower case; `everyone` is none. */
export function mentionedHandles(text: string): ReadonlySet<string> {
  if (!text.includes('@')) return new Set();
  const handles = text.replace(code, ' ').matchAll(mention);
  return new Set(
    Array.from(handles, ([, handle = '']) => handle.toLowerCase()).filter((handle) => handle !== 'everyone'),
  );
}
