import { spoilerMarks } from './spoiler-marks';
import { tokens } from './tokens';

/** Lines of a text that belong together, without their markers. */
export type Section = PlainSection | { readonly kind: 'spoiler'; readonly sections: readonly PlainSection[] };

type PlainSection =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'list';
      /** `null` for bullets. */ readonly start: number | null;
      readonly items: readonly string[];
    };

/** Backticks, and words about the code. Other backticks in the line make it a line with a code span. */
const fence = /^ {0,3}(`{3,})([^`|]*)$/;
const quoted = /^> ?/;
const item = /^(?:[-*]|(\d{1,9})[.)]) +(?=\S)/;

/** The sections of a text. A spoiler that reaches over several of them is one of its own. Takes linear time. */
export function sections(text: string): readonly Section[] {
  if (!text.includes('||')) return plainSections(text);
  const found: Section[] = [];
  let at = 0;
  for (const [start, end] of spoilersOverSections(text)) {
    found.push(...plainSections(text.slice(at, start)));
    found.push({ kind: 'spoiler', sections: plainSections(text.slice(start + 2, end)) });
    at = end + 2;
  }
  return [...found, ...plainSections(text.slice(at))];
}

/** The positions of the `||` around each spoiler of a text, those within a line first. */
export function spoilersIn(text: string): readonly (readonly [start: number, end: number])[] {
  if (!text.includes('||')) return [];
  const found: (readonly [number, number])[] = [];
  for (const { start, end } of partsOf(text)) {
    const marks = [...spoilerMarks(tokens(text.slice(start, end))).paired];
    for (let at = 0; at + 1 < marks.length; at += 2) {
      found.push([start + (marks[at] as number), start + (marks[at + 1] as number)]);
    }
  }
  return [...found, ...spoilersOverSections(text)];
}

/**
 * The positions of the `||` that have their counterpart in another section or list item. A part with an odd number of
 * them begins such a spoiler with its last one, or ends it with its first.
 */
function spoilersOverSections(text: string): readonly (readonly [start: number, end: number])[] {
  const found: (readonly [number, number])[] = [];
  let open: number | null = null;
  for (const { start, end } of partsOf(text)) {
    const { first, left } = spoilerMarks(tokens(text.slice(start, end)));
    if (first === null || left === null) continue;
    if (open === null) {
      open = start + left;
    } else {
      found.push([open, start + first]);
      open = null;
    }
  }
  return found;
}

/** The parts of a text that hold tokens: texts, quotes and list items, with their markers. */
function partsOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const parts: { readonly start: number; readonly end: number }[] = [];
  let at = 0;
  for (const lines of linesOfSections(text)) {
    const kind = kindOf(lines);
    const pieces = kind === 'bullet' || kind === 'number' ? lines : [lines.join('\n')];
    for (const piece of pieces) {
      if (kind !== 'fence') parts.push({ start: at, end: at + piece.length });
      at += piece.length + 1;
    }
  }
  return parts;
}

const plainSections = (text: string): readonly PlainSection[] =>
  linesOfSections(text).flatMap((lines) => sectionOf(lines) ?? []);

/** The lines of a text, grouped by section. */
function linesOfSections(text: string): readonly (readonly string[])[] {
  const lines = text.split('\n');
  const found: (readonly string[])[] = [];
  for (let at = 0; at < lines.length;) {
    const end = endOfSection(lines, at);
    found.push(lines.slice(at, end));
    at = end;
  }
  return found;
}

type LineKind = 'fence' | 'quote' | 'bullet' | 'number' | 'text';

/** The kind of the section that begins with these lines. Code needs a line after the fence. */
function kindOf([line = '', ...others]: readonly string[], isLast = others.length === 0): LineKind {
  if (!isLast && fence.test(line)) return 'fence';
  if (quoted.test(line)) return 'quote';
  const found = item.exec(line);
  if (!found) return 'text';
  return found[1] === undefined ? 'bullet' : 'number';
}

/** The index after the section that begins here. An unclosed code block extends to the end. */
function endOfSection(lines: readonly string[], start: number): number {
  const kindAt = (at: number): LineKind => kindOf([lines[at] ?? ''], at === lines.length - 1);
  const kind = kindAt(start);
  let end = start + 1;
  if (kind === 'fence') {
    const ticks = fence.exec(lines[start] ?? '')?.[1]?.length ?? 0;
    while (end < lines.length && ticksAtEnd(lines[end] ?? '') < ticks) end++;
    return Math.min(end + 1, lines.length);
  }
  while (end < lines.length && kindAt(end) === kind) end++;
  return end;
}

/** The number of backticks that end a line, which is a fence if they are enough: also after code, "run();```". */
function ticksAtEnd(line: string): number {
  const text = line.trimEnd();
  let start = text.length;
  while (text.charAt(start - 1) === '`') start--;
  return text.length - start;
}

function sectionOf(lines: readonly string[]): PlainSection | null {
  const [first = ''] = lines;
  const kind = kindOf(lines);
  switch (kind) {
    case 'fence':
      return { kind: 'code', text: codeIn(lines) };
    case 'quote': {
      const text = withoutBlankLines(lines.map((line) => line.replace(quoted, '')));
      return text === '' ? { kind: 'text', text: '>' } : { kind: 'quote', text };
    }
    case 'bullet':
    case 'number': {
      const start = item.exec(first)?.[1];
      const items = lines.map((line) => line.replace(item, ''));
      return { kind: 'list', start: start === undefined ? null : Number(start), items };
    }
    case 'text': {
      const text = withoutBlankLines(lines);
      return text === '' ? null : { kind: 'text', text };
    }
  }
}

/** The name of a language beside a fence. */
const language = /^[\p{L}\p{N}][\p{L}\p{N}+#._-]*$/u;

/** The lines between the fences. Other texts beside a fence than the name of a language are code too. */
function codeIn([opening = '', ...lines]: readonly string[]): string {
  const [, ticks = '', words = ''] = fence.exec(opening) ?? [];
  const last = lines.at(-1) ?? '';
  const closing = ticksAtEnd(last);
  const code = closing < ticks.length ? lines : lines.slice(0, -1);
  const beforeEnd = closing < ticks.length ? '' : last.trimEnd().slice(0, -closing);
  return [
    ...(words.trim() === '' || language.test(words.trim()) ? [] : [words.trim()]),
    ...code,
    ...(beforeEnd.trim() === '' ? [] : [beforeEnd]),
  ].join('\n');
}

/**
 * Blank lines around a section separate it from others; those within it belong to its author, two at a time: thousands
 * would push the conversation out of sight.
 */
function withoutBlankLines(lines: readonly string[]): string {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first === -1) return '';
  let blank = 0;
  const kept = lines.slice(first).filter((line) => {
    blank = line.trim() === '' ? blank + 1 : 0;
    return blank <= 2;
  });
  return kept.join('\n').trimEnd();
}
