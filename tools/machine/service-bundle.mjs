import { transform } from '@swc/core';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { workspace } from './workspace.mjs';

/** Entry points: programs, worker threads and child processes. */
const programs = [
  'main',
  'prepare-nats',
  'make-bot',
  'admin',
  'bot-proxy',
  'search/search.worker',
  'files/intake/intake.process',
];

/** Compiled code by file, valid while the source is the same: a watched build compiles only changed files. */
const compiled = new Map();

async function compile(path) {
  const source = await readFile(path, 'utf8');
  const known = compiled.get(path);
  if (known?.source === source) return known.code;
  const { code } = await transform(source, {
    filename: path,
    sourceMaps: 'inline',
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      target: 'es2024',
      transform: { legacyDecorator: true, decoratorMetadata: true },
    },
  });
  compiled.set(path, { source, code });
  return code;
}

const decoratorMetadata = {
  name: 'decorator-metadata',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => ({ contents: await compile(path), loader: 'js' }));
  },
};

/**
 * Returns esbuild options that bundle one service's own code into `outdir`. Packages stay in node_modules, so that
 * services in one process share them.
 *
 * @param {string} name of a folder in apps/
 * @returns {import('esbuild').BuildOptions}
 */
export function serviceBundle(name, outdir) {
  const entries = programs.filter((entry) => existsSync(join(workspace, `apps/${name}/src/${entry}.ts`)));
  const { version } = JSON.parse(readFileSync(join(workspace, 'package.json'), 'utf8'));
  return {
    absWorkingDir: workspace,
    entryPoints: Object.fromEntries(entries.map((entry) => [basename(entry), `apps/${name}/src/${entry}.ts`])),
    outdir,
    bundle: true,
    packages: 'external',
    alias: {
      '@devchitchat/contracts': './libs/contracts/src/index.ts',
      '@devchitchat/message-text': './libs/message-text/src/index.ts',
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
  };
}
