import { arrange, graphOf, wayBetween } from './arrows.mjs';
import { betweenFolders, ofTestCode, projectOf } from './folders.mjs';

/** @typedef {import('./read-imports.mjs').Import} Import */

/**
 * Breaches of the rule that imports form no cycle, neither between files nor between folders, and that no product file
 * imports test code. One message each; none means that the rule holds.
 *
 * @param {readonly Import[]} imports
 * @param {{ files: Record<string, number>, folders: Record<string, number> }} known arrows that may still run back, by project
 * @returns {string[]}
 */
export const breachesIn = (imports, known) => [
  ...cyclesBetween('files', imports, known.files),
  ...cyclesBetween('folders', betweenFolders(imports), known.folders),
  ...ofTestCode(imports).map(({ from, to }) => `${from} imports test code: ${to}`),
];

function cyclesBetween(kind, imports, known) {
  const graph = graphOf(imports);
  const found = Object.groupBy(arrange(graph).back, ([from]) => projectOf(from));
  return [...new Set([...Object.keys(found), ...Object.keys(known)])].sort().flatMap((project) => {
    const back = found[project] ?? [];
    const allowed = known[project] ?? 0;
    if (back.length < allowed) return [staleException(kind, project, back.length, allowed)];
    if (back.length === allowed) return [];
    return back.map((arrow) => cycleThrough(arrow, graph, imports, kind));
  });
}

const staleException = (kind, project, found, allowed) =>
  `${project} has ${found} arrows between ${kind} that run back, and known-cycles.mjs allows ${allowed}: write ${found} there.`;

function cycleThrough([from, to], graph, imports, kind) {
  const cycle = [from, ...wayBetween(graph, to, from)].join(' → ');
  const causes = imports.filter((each) => each.files && each.from === from && each.to === to);
  return [`A cycle of ${kind}: ${cycle}`, ...causes.map(({ files }) => `    ${files.from} imports ${files.to}`)].join(
    '\n',
  );
}
