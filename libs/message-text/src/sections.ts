/** Lines of a text that belong together, without their markers. */
export type Section =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'list';
      /** `null` for bullets. */ readonly start: number | null;
      readonly items: readonly string[];
    };

const fence = /^```[\w+#-]{0,20}\s*$/;
const quoted = /^> ?/;
const item = /^(?:[-*]|(\d{1,9})[.)]) +(?=\S)/;

/** The sections of a text. Takes linear time. */
export function sections(text: string): readonly Section[] {
  const lines = text.split('\n');
  const found: Section[] = [];
  for (let at = 0; at < lines.length;) {
    const end = endOfSection(lines, at);
    const section = sectionOf(lines.slice(at, end));
    if (section) found.push(section);
    at = end;
  }
  return found;
}

type LineKind = 'fence' | 'quote' | 'bullet' | 'number' | 'text';

function kindOf(line: string): LineKind {
  if (fence.test(line)) return 'fence';
  if (quoted.test(line)) return 'quote';
  const found = item.exec(line);
  if (!found) return 'text';
  return found[1] === undefined ? 'bullet' : 'number';
}

/** The index after the section that begins here. An unclosed code block extends to the end. */
function endOfSection(lines: readonly string[], start: number): number {
  const kind = kindOf(lines[start] ?? '');
  let end = start + 1;
  if (kind === 'fence') {
    while (end < lines.length && lines[end]?.trimEnd() !== '```') end++;
    return end + 1;
  }
  while (end < lines.length && kindOf(lines[end] ?? '') === kind) end++;
  return end;
}

function sectionOf(lines: readonly string[]): Section | null {
  const [first = ''] = lines;
  switch (kindOf(first)) {
    case 'fence': {
      const isClosed = lines.length > 1 && lines.at(-1)?.trimEnd() === '```';
      return { kind: 'code', text: lines.slice(1, isClosed ? -1 : undefined).join('\n') };
    }
    case 'quote':
      return { kind: 'quote', text: lines.map((line) => line.replace(quoted, '')).join('\n') };
    case 'bullet':
    case 'number': {
      const start = item.exec(first)?.[1];
      const items = lines.map((line) => line.replace(item, ''));
      return { kind: 'list', start: start === undefined ? null : Number(start), items };
    }
    case 'text': {
      // Blank lines around a section separate it from others; those within it belong to its author.
      const text = lines
        .join('\n')
        .replace(/^(?:[^\S\n]*\n)+/, '')
        .trimEnd();
      return text === '' ? null : { kind: 'text', text };
    }
  }
}
