import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * One example of every word, as it crosses the wire: `<area>/golden/<name>.json`. An event or a notice stands there whole,
 * a command as `{ input, value }`. They are what docs/protocol.md shows, and they hold the wire's shape still: changing
 * one is changing the protocol.
 */
const files = new Map(
  globSync('*/golden/*.json', { cwd: join(import.meta.dirname, '..') }).map((path) => [basename(path, '.json'), path]),
);

export const goldenNames: readonly string[] = [...files.keys()];

/** The example of a word. Throws when there is none. */
export function golden(name: string): unknown {
  const path = files.get(name);
  if (path === undefined) throw new Error(`There is no golden/${name}.json. Every word has one.`);
  return JSON.parse(readFileSync(join(import.meta.dirname, '..', path), 'utf8'));
}

export const goldenCommand = (name: string) => golden(name) as { readonly input: object; readonly value: object };
