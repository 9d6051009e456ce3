import { inlines, type Inline } from './inline';

/** A part of a message that occupies lines of its own. */
export type Block =
  | { readonly kind: 'text'; readonly children: readonly Inline[] }
  | { readonly kind: 'quote'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly (readonly Inline[])[] };

const fence = /^```[\w+#-]{0,20}\s*$/;
const quoted = /^> ?/;
const item = /^(?:[-*]|(\d{1,9})[.)]) +(?=\S)/;

/**
 * The supported Markdown: bold, italic, struck out, code, spoilers, links and mentions within a line; code blocks,
 * quotes and lists. Every text is valid; unknown syntax is plain text. Takes linear time.
 */
export function blocks(text: string): readonly Block[] {
  const lines = text.split('\n');
  const found: Block[] = [];
  for (let at = 0; at < lines.length;) {
    const end = endOfBlock(lines, at);
    const block = blockOf(lines.slice(at, end));
    if (block) found.push(block);
    at = end;
  }
  return found;
}

/** Every `@handle` of a text outside of code, in lower case. */
export function mentionsIn(text: string): ReadonlySet<string> {
  const handles = new Set<string>();
  const visit = (children: readonly Inline[]): void => {
    for (const child of children) {
      if (child.kind === 'mention') handles.add(child.handle);
      else if ('children' in child) visit(child.children);
    }
  };
  if (!text.includes('@')) return handles;
  for (const block of blocks(text)) {
    if (block.kind === 'list') block.items.forEach(visit);
    else if (block.kind !== 'code') visit(block.children);
  }
  return handles;
}

type LineKind = 'fence' | 'quote' | 'bullet' | 'number' | 'text';

function kindOf(line: string): LineKind {
  if (fence.test(line)) return 'fence';
  if (quoted.test(line)) return 'quote';
  const found = item.exec(line);
  if (!found) return 'text';
  return found[1] === undefined ? 'bullet' : 'number';
}

/** The index after the block that begins here. An unclosed code block extends to the end. */
function endOfBlock(lines: readonly string[], start: number): number {
  const kind = kindOf(lines[start] ?? '');
  let end = start + 1;
  if (kind === 'fence') {
    while (end < lines.length && lines[end]?.trimEnd() !== '```') end++;
    return end + 1;
  }
  while (end < lines.length && kindOf(lines[end] ?? '') === kind) end++;
  return end;
}

function blockOf(lines: readonly string[]): Block | null {
  const [first = ''] = lines;
  switch (kindOf(first)) {
    case 'fence': {
      const isClosed = lines.length > 1 && lines.at(-1)?.trimEnd() === '```';
      return { kind: 'code', text: lines.slice(1, isClosed ? -1 : undefined).join('\n') };
    }
    case 'quote':
      return { kind: 'quote', children: inlines(lines.map((line) => line.replace(quoted, '')).join('\n')) };
    case 'bullet':
    case 'number': {
      const start = item.exec(first)?.[1];
      const items = lines.map((line) => inlines(line.replace(item, '')));
      return { kind: 'list', start: start === undefined ? null : Number(start), items };
    }
    case 'text': {
      // Blank lines around a block separate it from others; those within it belong to its author.
      const text = lines
        .join('\n')
        .replace(/^(?:[^\S\n]*\n)+/, '')
        .trimEnd();
      return text === '' ? null : { kind: 'text', children: inlines(text) };
    }
  }
}
