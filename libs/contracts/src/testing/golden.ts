import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * One wire example of every command, event and notice: `<area>/golden/<name>.json`. An event or a notice is stored whole,
 * a command as `{ input, value }`. docs/protocol.md shows them, and they pin the wire format: changing
 * one changes the protocol.
 */
const files = new Map(
  globSync('*/golden/*.json', { cwd: join(import.meta.dirname, '..') }).map((path) => [basename(path, '.json'), path]),
);

export const goldenNames: readonly string[] = [...files.keys()];

/** The example of a command, event or notice. Throws if there is none. */
export function golden(name: string): unknown {
  const path = files.get(name);
  if (path === undefined) throw new Error(`golden/${name}.json is missing. Every command, event and notice needs one.`);
  return JSON.parse(readFileSync(join(import.meta.dirname, '..', path), 'utf8'));
}

export const goldenCommand = (name: string) => golden(name) as { readonly input: object; readonly value: object };
