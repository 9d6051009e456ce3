import { dirname } from 'node:path/posix';

/** @typedef {import('./read-imports.mjs').Import} Import */

const rootOfAProject = /^(\.|tools|e2e|(apps|libs)\/[^/]+(\/src)?)$/;

const isSpec = (file) => /\.spec\.m?[jt]s$/.test(file);
export const isTesting = (file) => /(^|\/)testing\//.test(file);
const isProduct = (file) => /^(apps|libs)\/[^/]+\/src\//.test(file) && !isSpec(file) && !isTesting(file);

/**
 * Returns the folder that a file belongs to. A project's root has files that combine its folders beside files that all
 * folders use, so each file there counts as a folder of its own.
 */
function folderOf(file) {
  const folder = dirname(file);
  return rootOfAProject.test(folder) ? file : folder;
}

/** Returns the project of a file or folder, such as `apps/web`. */
export function projectOf(path) {
  const [first, second] = path.split('/');
  return ['apps', 'libs'].includes(first) ? `${first}/${second}` : first;
}

/**
 * Returns the imports between folders, except those of specs: no file imports a spec, so they close no cycle.
 *
 * @param {readonly Import[]} imports
 */
export const betweenFolders = (imports) =>
  imports
    .filter(({ from }) => !isSpec(from))
    .map((files) => ({ from: folderOf(files.from), to: folderOf(files.to), files }))
    .filter(({ from, to }) => from !== to);

/**
 * Returns imports that would ship test code or run a spec inside another.
 * @param {readonly Import[]} imports
 */
export const ofTestCode = (imports) =>
  imports.filter(({ from, to }) => isSpec(to) || (isProduct(from) && isTesting(to)));
