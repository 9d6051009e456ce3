import { blocks, type Block } from './blocks';
import type { Inline } from './inline';

/** Words that stand for parts of a text. */
export interface Substitutes {
  /** For each spoiler. */
  readonly hidden: string;
  /** The name of the person with this handle, if there is one. */
  readonly nameOf?: (handle: string) => string | undefined;
}

/** A text in one line, without Markdown markers. */
export function inOneLine(text: string, { hidden, nameOf }: Substitutes): string {
  const textOf = (children: readonly Inline[]): string =>
    children
      .map((child) => {
        if (child.kind === 'spoiler') return hidden;
        if ('children' in child) return textOf(child.children);
        const name = child.kind === 'mention' ? nameOf?.(child.handle) : undefined;
        return name === undefined ? child.text : `@${name}`;
      })
      .join('');
  const lineOf = (block: Block): string => {
    if (block.kind === 'spoiler') return hidden;
    if (block.kind === 'code') return block.text;
    return block.kind === 'list' ? block.items.map(textOf).join(' · ') : textOf(block.children);
  };
  return blocks(text).map(lineOf).join(' ').replace(/\s+/g, ' ').trim();
}
