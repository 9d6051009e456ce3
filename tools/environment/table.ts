import type { Variable } from './variables';

const begin = '<!-- From the code: node --import tsx tools/environment.ts -->\n';
const end = '<!-- End of what is from the code. -->\n';

/**
 * Returns the document with a regenerated table of variables.
 * @throws if the document lacks the marks around it
 */
export function withTable(paper: string, variables: readonly Variable[]): string {
  const from = paper.indexOf(begin);
  const to = paper.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The document lacks the lines ${begin}and ${end}`);
  const rows = variables.map(({ name, description, fallback }) => [
    `\`${name}\``,
    fallback === undefined ? '' : `\`${fallback}\``,
    description,
  ]);
  return (
    paper.slice(0, from + begin.length) + '\n' + table([['variable', 'default', ''], ...rows]) + '\n' + paper.slice(to)
  );
}

/** Aligned as prettier formats it. */
function table([head = [], ...rows]: readonly string[][]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |\n`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('');
}
