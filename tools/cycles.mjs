// Part of `npm run lint`: fails if imports between files or between folders form a cycle.
import { breachesIn } from './structure/cycles.mjs';
import { codeFolders, readImports } from './structure/read-imports.mjs';
import { workspace } from './machine/workspace.mjs';

const breaches = breachesIn(await readImports(workspace, codeFolders));
for (const breach of breaches) console.error(breach);
if (breaches.length > 0) process.exitCode = 1;
