import { arrange, graphOf, wayBetween } from './arrows.mjs';
import { betweenFolders, ofTestCode } from './folders.mjs';

/** @typedef {import('./read-imports.mjs').Import} Import */

/**
 * Returns breaches of two rules, one message each: imports form no cycle between files or folders, and no product file
 * imports test code.
 *
 * @param {readonly Import[]} imports
 * @returns {string[]}
 */
export const breachesIn = (imports) => [
  ...cyclesBetween('files', imports),
  ...cyclesBetween('folders', betweenFolders(imports)),
  ...ofTestCode(imports).map(({ from, to }) => `${from} imports test code: ${to}`),
];

function cyclesBetween(kind, imports) {
  const graph = graphOf(imports);
  return arrange(graph).back.map((arrow) => cycleThrough(arrow, graph, imports, kind));
}

function cycleThrough([from, to], graph, imports, kind) {
  const cycle = [from, ...wayBetween(graph, to, from)].join(' → ');
  const causes = imports.filter((each) => each.files && each.from === from && each.to === to);
  return [`A cycle of ${kind}: ${cycle}`, ...causes.map(({ files }) => `    ${files.from} imports ${files.to}`)].join(
    '\n',
  );
}
