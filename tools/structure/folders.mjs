import { dirname } from 'node:path/posix';

/** @typedef {import('./read-imports.mjs').Import} Import */

const rootOfAProject = /^(\.|tools|e2e|(apps|libs)\/[^/]+(\/src)?)$/;

const isSpec = (file) => /\.spec\.m?[jt]s$/.test(file);
export const isTesting = (file) => /(^|\/)testing\//.test(file);
const isProduct = (file) => /^(apps|libs)\/[^/]+\/src\//.test(file) && !isSpec(file) && !isTesting(file);

/**
 * The folder that a file belongs to. At the root of a project, files that put its folders together stand beside files that
 * all folders use, so each of those is a folder of its own.
 */
function folderOf(file) {
  const folder = dirname(file);
  return rootOfAProject.test(folder) ? file : folder;
}

/** `apps/web` for a file or folder in it. */
export function projectOf(path) {
  const [first, second] = path.split('/');
  return ['apps', 'libs'].includes(first) ? `${first}/${second}` : first;
}

/**
 * Imports between folders. Those of specs are left out: nothing imports a spec, so it holds no folder to another.
 *
 * @param {readonly Import[]} imports
 */
export const betweenFolders = (imports) =>
  imports
    .filter(({ from }) => !isSpec(from))
    .map((files) => ({ from: folderOf(files.from), to: folderOf(files.to), files }))
    .filter(({ from, to }) => from !== to);

/** Imports that would ship test code, or run a spec inside another. @param {readonly Import[]} imports */
export const ofTestCode = (imports) =>
  imports.filter(({ from, to }) => isSpec(to) || (isProduct(from) && isTesting(to)));
