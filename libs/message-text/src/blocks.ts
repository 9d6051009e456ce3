import { inlines, type Inline } from './inline';
import { sections } from './sections';

/** A part of a message that occupies lines of its own. */
export type Block =
  | { readonly kind: 'text'; readonly children: readonly Inline[] }
  | { readonly kind: 'quote'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly (readonly Inline[])[] };

/**
 * The supported Markdown: bold, italic, struck out, code, spoilers, links and mentions within a line; code blocks,
 * quotes and lists. Every text is valid; unknown syntax is plain text. Takes linear time.
 */
export const blocks = (text: string): readonly Block[] =>
  sections(text).map((section) => {
    switch (section.kind) {
      case 'text':
      case 'quote':
        return { kind: section.kind, children: inlines(section.text) };
      case 'list':
        return { kind: 'list', start: section.start, items: section.items.map(inlines) };
      case 'code':
        return section;
    }
  });
