import { cruise } from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { join } from 'node:path';

/** @typedef {{ from: string, to: string }} Import paths relative to the repository, with forward slashes */

export const codeFolders = ['apps', 'libs', 'tools', 'e2e'];

/**
 * Returns every import from one of our files to another: `import`, `import type`, `export … from`, `import()` and
 * `import('…').Type`.
 *
 * @param {string} root has a `tsconfig.base.json`
 * @param {readonly string[]} folders below the root
 * @returns {Promise<Import[]>}
 * @throws {Error} for an import that cannot be resolved: an incomplete graph could hide a cycle
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
      // arrows.mjs finds cycles, for files and folders alike.
      skipAnalysisNotInRules: true,
    },
    { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
    { tsConfig: extractTsConfig(tsConfig) },
  );

  const lost = output.modules.flatMap(({ source, dependencies }) =>
    dependencies.filter(({ couldNotResolve }) => couldNotResolve).map(({ module }) => `${source} imports ${module}`),
  );
  if (lost.length > 0) throw new Error(`These imports cannot be resolved:\n${lost.join('\n')}`);

  const ours = new Set(output.modules.filter(({ coreModule }) => !coreModule).map(({ source }) => source));
  return output.modules.flatMap(({ source, dependencies }) =>
    dependencies.filter(({ resolved }) => ours.has(resolved)).map(({ resolved }) => ({ from: source, to: resolved })),
  );
}
