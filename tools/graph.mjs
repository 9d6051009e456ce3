// `npm run graph`: prints the folders of the web app by floor, each with its imports. `npm run graph -- messaging`
// prints another project.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { drawingOf } from './structure/drawing.mjs';
import { codeFolders, readImports } from './structure/read-imports.mjs';
import { workspace } from './machine/workspace.mjs';

const name = process.argv[2] ?? 'web';
const project = [`apps/${name}`, `libs/${name}`, name].find((path) => existsSync(join(workspace, path)));

if (project) {
  console.log(drawingOf(project, await readImports(workspace, codeFolders)));
} else {
  console.error(`There is no project ${name}. Projects are the folders of apps/ and libs/, tools and e2e.`);
  process.exitCode = 1;
}
