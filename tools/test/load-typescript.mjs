import { transformSync } from '@swc/core';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { workspace } from '../machine/workspace.mjs';

/** Compiler options as for the services, with the constructor types that Nest injects by. */
const swc = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2024',
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
  swcrc: false,
  configFile: false,
};

const root = pathToFileURL(`${workspace}/`).href;
const isOurs = (url) => url?.startsWith(root) && !url.includes('/node_modules/');

const library = /^@devchitchat\/([a-z-]+)(\/(?:testing|owned-files))?$/;

/** Resolves a path as a bundler would; returns undefined if Node finds the file itself. */
function found(specifier, parent) {
  if (specifier === '@jest/globals') return join(import.meta.dirname, 'jest-globals.mjs');
  const [, name, part = ''] = library.exec(specifier) ?? [];
  if (name) return join(workspace, 'libs', name, 'src', part, 'index.ts');
  if (!specifier.startsWith('.') || !isOurs(parent)) return undefined;
  const path = fileURLToPath(new URL(specifier, parent));
  return [`${path}.ts`, join(path, 'index.ts')].find((each) => existsSync(each));
}

const require = createRequire(import.meta.url);

function compile(filename) {
  const text = readFileSync(filename, 'utf8');
  // Loaded lazily: Angular's compiler takes a second, and most workers never load a component.
  if (/^@(Component|Directive)\(/m.test(text)) {
    const { compileComponent } = require('./compile-component.mjs');
    return compileComponent(filename);
  }
  return transformSync(text, { ...swc, filename }).code;
}

/**
 * Makes this process import TypeScript of this workspace directly, libraries included, so that no test runs against a
 * stale build.
 */
export function loadTypeScript() {
  registerHooks({
    resolve(specifier, context, next) {
      const file = found(specifier, context.parentURL);
      return file ? { url: pathToFileURL(file).href, format: 'module', shortCircuit: true } : next(specifier, context);
    },
    load(url, context, next) {
      if (!isOurs(url) || !/\.ts(\?|$)/.test(url)) return next(url, context);
      return { format: 'module', source: compile(fileURLToPath(url)), shortCircuit: true };
    },
  });
}
