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

/** The people mentioned in a text so far. Server and page count with it, so they stop at the same person. */
export class Mentioned {
  readonly handles = new Set<string>();
  everyone = false;

  /** Counts a mention, unless a hundred others came before. */
  admits(handle: string): boolean {
    if (handle === 'everyone') return (this.everyone = true);
    if (this.handles.size < maxMentioned) this.handles.add(handle);
    return this.handles.has(handle);
  }
}

/** The first hundred people that a text mentions. Takes linear time. */
export function mentionsIn(text: string): Mentions {
  const mentioned = new Mentioned();
  if (!text.includes('@')) return mentioned;
  for (const token of tokensIn(sections(text))) if (token.kind === 'mention') mentioned.admits(token.handle);
  return mentioned;
}

/** The tokens of all sections. A token never reaches from one section or list item into another. */
function* tokensIn(all: ReturnType<typeof sections>): Generator<Token, void, undefined> {
  for (const section of all) {
    if (section.kind === 'spoiler') yield* tokensIn(section.sections);
    else if (section.kind === 'list') for (const item of section.items) yield* tokens(item);
    else if (section.kind !== 'code') yield* tokens(section.text);
  }
}
