import { constructorParametersDownlevelTransform as angularJitTransform } from '@angular/compiler-cli/private/tooling';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const options = {
  target: ts.ScriptTarget.ES2024,
  module: ts.ModuleKind.ESNext,
  experimentalDecorators: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  inlineSourceMap: true,
  inlineSources: true,
  noLib: true,
  noResolve: true,
};

/**
 * Compiles one file with components or directives, without types, as the Angular CLI does for its just-in-time
 * compiler: signal inputs, outputs and queries become decorators, by which that compiler finds them.
 *
 * @param {string} path
 * @returns {string} JavaScript with an inline source map
 */
export function compileComponent(path) {
  const source = ts.createSourceFile(path, withTemplate(path), options.target, true);
  let code = '';
  const host = {
    ...ts.createCompilerHost(options),
    getSourceFile: (name) => (name === path ? source : undefined),
    writeFile: (_, text) => (code = text),
  };
  const program = ts.createProgram([path], options, host);
  program.emit(source, undefined, undefined, false, { before: [angularJitTransform(program)] });
  return code;
}

/** Inlines an external template, because the just-in-time compiler would fetch it over HTTP. */
const withTemplate = (path) =>
  readFileSync(path, 'utf8').replace(
    /\btemplateUrl: '([^']+)'/,
    (_, url) => `template: ${JSON.stringify(readFileSync(join(dirname(path), url), 'utf8'))}`,
  );
