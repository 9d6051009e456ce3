import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workspace } from '../machine/workspace.mjs';

/** Static imports: those of `import(…)` happen after the packages are installed. */
const importsIn = (path) =>
  [...readFileSync(path, 'utf8').matchAll(/^(?:import|export)\b[^;]*?from '([^']+)';|^import '([^']+)';/gm)].map(
    ([, from, alone]) => from ?? alone,
  );

/** Everything that a program imports as it starts: its files, and other modules by name. */
function importsOf(program) {
  const files = new Set();
  const others = new Set();
  const visit = (path) => {
    if (files.has(path)) return;
    files.add(path);
    for (const name of importsIn(path)) {
      if (name.startsWith('.')) visit(join(dirname(path), name));
      else others.add(name);
    }
  };
  visit(join(workspace, 'tools', program));
  return { files: [...files], others: [...others] };
}

describe('a program that installs the packages', () => {
  it.each(['start.mjs', 'dev.mjs', 'backup.mjs', 'restore.mjs', 'test.mjs', 'on-node.mjs'])(
    '%s starts on Node 20 without a package: it imports only JavaScript and Node',
    (program) => {
      const { files, others } = importsOf(program);
      expect(files.filter((path) => !path.endsWith('.mjs') || !existsSync(path))).toEqual([]);
      expect(others.filter((name) => !name.startsWith('node:'))).toEqual([]);
    },
  );

  it('npm start reads the variables of the services', () => {
    const shared = join(workspace, 'libs/service-kit/src/variables/variables.mjs');
    expect(importsOf('start.mjs').files).toContain(shared);
  });
});
