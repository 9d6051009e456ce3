// Bundles one service's own code into dist/apps/<name>/<entry>.js, or into another folder of the workspace. Packages stay
// in node_modules, so that services that share a process share them.
import { transform } from '@swc/core';
import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { basename } from 'node:path';

const [name, outdir = `dist/apps/${name}`] = process.argv.slice(2);
if (!name || !existsSync(`apps/${name}/src/main.ts`)) {
  console.error('usage: node tools/build-service.mjs <name of a folder in apps/> [folder to write to]');
  process.exit(2);
}

// esbuild does not emit the constructor types that Nest injects by; swc does, here as in the specs.
const decoratorMetadata = {
  name: 'decorator-metadata',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const { code } = await transform(source, {
        filename: path,
        sourceMaps: 'inline',
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          target: 'es2024',
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
      });
      return { contents: code, loader: 'js' };
    });
  },
};

// Programs, and what runs in a thread of its own.
const entries = ['main', 'prepare-nats', 'make-bot', 'admin', 'bots-door', 'search/search.worker'].filter((entry) =>
  existsSync(`apps/${name}/src/${entry}.ts`),
);
const { version } = JSON.parse(await readFile('package.json', 'utf8'));
await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: Object.fromEntries(entries.map((entry) => [basename(entry), `apps/${name}/src/${entry}.ts`])),
  outdir,
  bundle: true,
  packages: 'external',
  alias: {
    '@devchitchat/contracts': './libs/contracts/src/index.ts',
    '@devchitchat/service-kit/owned-files': './libs/service-kit/src/owned-files/index.ts',
    '@devchitchat/service-kit': './libs/service-kit/src/index.ts',
    '@devchitchat/nats-keys': './libs/nats-keys/src/index.ts',
  },
  define: { DEVCHITCHAT_VERSION: JSON.stringify(version) },
  platform: 'node',
  format: 'esm',
  target: 'node26',
  sourcemap: true,
  logLevel: 'warning',
  plugins: [decoratorMetadata],
});
