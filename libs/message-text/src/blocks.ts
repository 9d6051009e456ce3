import { inlines, type Inline } from './inline';
import { Mentioned } from './mentions';
import { sections, type Section } from './sections';

/** A part of a message that occupies lines of its own. */
export type Block =
  | { readonly kind: 'text'; readonly children: readonly Inline[] }
  | { readonly kind: 'quote'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly (readonly Inline[])[] }
  /** Around blocks; one within a line is inline. */
  | { readonly kind: 'spoiler'; readonly blocks: readonly Block[] };

/**
 * The supported Markdown: bold, italic, struck out, code, spoilers, links and mentions within a line; code blocks,
 * quotes and lists. Every text is valid; unknown syntax is plain text. Takes linear time.
 */
export const blocks = (text: string): readonly Block[] => blocksOf(sections(text), new Mentioned());

const blocksOf = (all: readonly Section[], mentioned: Mentioned): readonly Block[] =>
  all.map((section) => {
    switch (section.kind) {
      case 'text':
      case 'quote':
        return { kind: section.kind, children: inlines(section.text, mentioned) };
      case 'list': {
        const items = section.items.map((item) => inlines(item, mentioned));
        return { kind: 'list', start: section.start, items };
      }
      case 'spoiler':
        return { kind: 'spoiler', blocks: blocksOf(section.sections, mentioned) };
      case 'code':
        return section;
    }
  });
