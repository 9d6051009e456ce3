import { watch } from 'node:fs';
import { join } from 'node:path';
import { workspace } from '../machine/workspace.mjs';

/** Debounce in milliseconds: editors write a file in several steps, and a checkout writes many files. */
const quietMs = 60;

/** Calls `onChange` with the paths of changed source files once changes pause. */
export function watchSources(folders, onChange) {
  const changed = new Set();
  let timer;
  for (const folder of folders) {
    watch(join(workspace, folder), { recursive: true }, (_, name) => {
      if (!name?.endsWith('.ts')) return;
      changed.add(join(workspace, folder, name));
      clearTimeout(timer);
      timer = setTimeout(() => {
        const paths = [...changed];
        changed.clear();
        onChange(paths);
      }, quietMs);
    });
  }
}
