// Bundles one service into dist/apps/<name>/<entry>.js, or into another folder of the workspace.
import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { serviceBundle } from './machine/service-bundle.mjs';

const [name, outdir = `dist/apps/${name}`] = process.argv.slice(2);
if (!name || !existsSync(`apps/${name}/src/main.ts`)) {
  console.error('usage: node tools/build-service.mjs <name of a folder in apps/> [folder to write to]');
  process.exit(2);
}

await rm(outdir, { recursive: true, force: true });
await build(serviceBundle(name, outdir));
