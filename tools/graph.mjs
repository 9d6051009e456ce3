// `npm run graph`: the folders of the web app, floor by floor, with what each imports. `npm run graph -- messaging` draws
// another project.
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
  console.error(`No project is called ${name}. Projects are the folders of apps/ and libs/, tools and e2e.`);
  process.exitCode = 1;
}
