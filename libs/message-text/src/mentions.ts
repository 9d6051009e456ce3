import { sections } from './sections';
import { tokens, type Token } from './tokens';

/** The people whom a text addresses by `@handle` or `@everyone`, as the page shows it: not in code, addresses or links. */
export interface Mentions {
  /** In lower case, without `everyone`. */
  readonly handles: ReadonlySet<string>;
  /** Whether it counts depends on the author and on the room's `everyoneBy`. */
  readonly everyone: boolean;
}

/** Most people one message can mention. Each costs a row, and 8,000 bytes could hold two thousand. */
const maxMentioned = 100;

const none: Mentions = { handles: new Set(), everyone: false };

/** The first hundred people that a text mentions. Takes linear time. */
export function mentionsIn(text: string): Mentions {
  if (!text.includes('@')) return none;
  const handles = new Set<string>();
  let everyone = false;
  for (const token of tokensIn(text)) {
    if (token.kind !== 'mention') continue;
    if (token.handle === 'everyone') everyone = true;
    else if (handles.size < maxMentioned) handles.add(token.handle);
  }
  return { handles, everyone };
}

/** The tokens of all sections. A token never reaches from one section or list item into another. */
function* tokensIn(text: string): Generator<Token, void, undefined> {
  for (const section of sections(text)) {
    if (section.kind === 'list') for (const item of section.items) yield* tokens(item);
    else if (section.kind !== 'code') yield* tokens(section.text);
  }
}
