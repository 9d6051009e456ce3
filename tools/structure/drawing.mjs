import { arrange, graphOf } from './arrows.mjs';
import { betweenFolders, isTesting, projectOf } from './folders.mjs';
import { floors } from '../lint/floors.mjs';

/** @typedef {import('./read-imports.mjs').Import} Import */

/**
 * Renders the folders of a project, each with its imports and their number. A folder comes after everything it imports;
 * ▲ marks an arrow that runs back.
 *
 * @param {string} project such as `apps/web`
 * @param {readonly Import[]} imports of any project
 */
export function drawingOf(project, imports) {
  const own = imports.filter(
    ({ from, to }) => projectOf(from) === project && projectOf(to) === project && !isTesting(from) && !isTesting(to),
  );
  const graph = graphOf(betweenFolders(own));
  const { order, back } = arrange(graph, (folder) => rankOf(project, folder));
  const runsBack = new Set(back.map((arrow) => arrow.join(' ')));
  const name = (folder) => nameIn(project, folder);

  const lines = [];
  let floor;
  for (const folder of order) {
    const arrows = [...graph.get(folder)].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
    if (floorOf(project, folder) !== floor) lines.push('', (floor = floorOf(project, folder)));
    lines.push(
      `  ${name(folder)}`,
      ...arrows.map(([to, count]) => `    ${runsBack.has(`${folder} ${to}`) ? '▲' : '←'} ${name(to)} ${count}`),
    );
  }
  const arrows = [...graph.values()].reduce((sum, each) => sum + each.size, 0);
  lines.push('', `${project}: ${order.length} folders, ${arrows} arrows, ${back.length} running back`);
  return lines.join('\n').trimStart();
}

const nameIn = (project, folder) => folder.slice(project.length + 1).replace(/^src\//, '');

/** Only the web app has floors. Files at its root combine the floors, so they come last. */
const floorOf = (project, folder) =>
  project === 'apps/web'
    ? (floors.find((floor) => nameIn(project, folder).split('/')[0] === floor) ?? 'root')
    : project;

const rankOf = (project, folder) => {
  const rank = floors.indexOf(floorOf(project, folder));
  return rank === -1 ? floors.length : rank;
};
