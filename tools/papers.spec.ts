import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const papers = globSync(['*.md', 'docs/**/*.md', 'e2e/**/*.md'], { cwd: root });

/** Targets of links and images that lead to a file of this repository. */
const linksIn = (text: string) =>
  [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, target]) => target ?? '')
    .filter((target) => !/^\w+:/.test(target));

describe('the documents', () => {
  it.each(papers)('%s has only links to existing files', (paper) => {
    const dead = linksIn(read(paper)).filter((target) => !existsSync(join(root, dirname(paper), target)));

    expect(dead).toEqual([]);
  });

  it('name in CONTRIBUTING only source files that exist, except those of its example', () => {
    const sources = globSync(['{apps,libs}/*/src/**', 'tools/**', 'e2e/**', 'docs/**', '*'], { cwd: root });
    const named = [...read('CONTRIBUTING.md').matchAll(/`([\w./-]+\.(?:ts|mjs|html|json|md))`/g)].map(
      ([, name = '']) => name,
    );
    const missing = named.filter((name) => !sources.some((path) => `/${path}`.endsWith(`/${name}`)));

    expect(named.length).toBeGreaterThan(30);
    expect(missing.filter((name) => !/warn/.test(name))).toEqual([]);
  });

  it('list every decision record', () => {
    const decisions = globSync('docs/decisions/[0-9]*.md', { cwd: root }).map((path) => basename(path));

    expect(linksIn(read('docs/decisions/README.md')).sort()).toEqual(decisions.sort());
  });

  it('use every decision number once', () => {
    const numbers = globSync('docs/decisions/[0-9]*.md', { cwd: root }).map((path) => basename(path).slice(0, 4));

    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('name every decision number without a record, and no other', () => {
    const numbers = globSync('docs/decisions/[0-9]*.md', { cwd: root }).map((path) =>
      Number(basename(path).slice(0, 4)),
    );
    const unused = Array.from({ length: Math.max(...numbers) }, (_, index) => index + 1)
      .filter((number) => !numbers.includes(number))
      .map((number) => String(number).padStart(4, '0'));
    const [, named = ''] = /collide\. (.+) were\s+assigned/s.exec(read('docs/decisions/README.md')) ?? [];

    expect(named.match(/\d{4}/g)).toEqual(unused);
  });

  it('name only environment variables that the code reads', () => {
    const table = read('docs/operating.md').matchAll(/^\| `([A-Z_]+)`/gm);
    const code = globSync(['apps/*/src/**/*.ts', 'libs/*/src/**/*.{ts,mjs}', 'tools/**/*.mjs'], { cwd: root })
      .map((path) => read(path))
      .join('\n');

    for (const [, variable = ''] of table) expect([variable, code.includes(variable)]).toEqual([variable, true]);
  });
});
