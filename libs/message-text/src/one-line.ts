import { blocks } from './blocks';
import type { Inline } from './inline';

/** A text in one line, without Markdown markers. `hidden` replaces each spoiler. */
export function inOneLine(text: string, hidden: string): string {
  const textOf = (children: readonly Inline[]): string =>
    children
      .map((child) => {
        if (child.kind === 'spoiler') return hidden;
        return 'children' in child ? textOf(child.children) : child.text;
      })
      .join('');
  const lines = blocks(text).map((block) => {
    if (block.kind === 'code') return block.text;
    return block.kind === 'list' ? block.items.map(textOf).join(' · ') : textOf(block.children);
  });
  return lines.join(' ').replace(/\s+/g, ' ').trim();
}
