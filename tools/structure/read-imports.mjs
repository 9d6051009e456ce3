import { cruise } from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { join } from 'node:path';

/** @typedef {{ from: string, to: string }} Import paths relative to the repository, with forward slashes */

export const codeFolders = ['apps', 'libs', 'tools', 'e2e'];

/**
 * Every import from one file of ours to another: `import`, `import type`, `export … from`, `import()` and `import('…').Type`.
 *
 * @param {string} root has a `tsconfig.base.json`
 * @param {readonly string[]} folders below the root
 * @returns {Promise<Import[]>}
 * @throws {Error} for an import that leads nowhere: a graph with holes would show no cycle where there is one
 */
export async function readImports(root, folders) {
  const tsConfig = join(root, 'tsconfig.base.json');
  const { output } = await cruise(
    [...folders],
    {
      baseDir: root,
      exclude: { path: '(^|/)(dist|node_modules)/' },
      // Type-only imports count.
      tsPreCompilationDeps: true,
      tsConfig: { fileName: tsConfig },
      // Cycles are found in arrows.mjs, for files and folders alike.
      skipAnalysisNotInRules: true,
    },
    { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
    { tsConfig: extractTsConfig(tsConfig) },
  );

  const lost = output.modules.flatMap(({ source, dependencies }) =>
    dependencies.filter(({ couldNotResolve }) => couldNotResolve).map(({ module }) => `${source} imports ${module}`),
  );
  if (lost.length > 0) throw new Error(`These imports lead nowhere:\n${lost.join('\n')}`);

  const ours = new Set(output.modules.filter(({ coreModule }) => !coreModule).map(({ source }) => source));
  return output.modules.flatMap(({ source, dependencies }) =>
    dependencies.filter(({ resolved }) => ours.has(resolved)).map(({ resolved }) => ({ from: source, to: resolved })),
  );
}
