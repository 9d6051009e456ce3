import type { Token } from './tokens';

export interface SpoilerMarks {
  /** The positions of the `||` that begin or end a spoiler. */
  readonly paired: ReadonlySet<number>;
  /** The position of the first `||`, if there is one. */
  readonly first: number | null;
  /** The position of the `||` that has no counterpart, if there is one. */
  readonly left: number | null;
}

/** Pairs the `||` of a text: each begins a spoiler or ends the one before. Four or more in a row begin nothing. */
export function spoilerMarks(found: Iterable<Token>): SpoilerMarks {
  const paired = new Set<number>();
  let first: number | null = null;
  let left: number | null = null;
  for (const token of found) {
    if (token.kind !== 'markers' || !token.text.startsWith('|')) continue;
    if (token.text.length > 2 && left === null) continue;
    for (let at = token.start; at < token.end; at += 2) {
      first ??= at;
      if (left === null) left = at;
      else {
        paired.add(left).add(at);
        left = null;
      }
    }
  }
  return { paired, first, left };
}
