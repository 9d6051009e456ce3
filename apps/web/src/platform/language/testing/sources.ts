import { readdirSync, readFileSync } from 'node:fs';
import { basename, relative } from 'node:path';

export interface SourceFile {
  /** Relative to the folder that was read. */
  readonly path: string;
  readonly text: string;
}

/** The source files below a folder, without specs and test helpers. */
export function sourcesIn(folder: string, ends: readonly string[]): readonly SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ends.some((end) => entry.name.endsWith(end)))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .filter((path) => !basename(path).includes('.spec.') && !path.includes('/testing/'))
    .map((path) => ({ path: relative(folder, path), text: readFileSync(path, 'utf8') }));
}
