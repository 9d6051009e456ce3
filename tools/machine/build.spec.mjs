import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprintOf } from './build.mjs';

describe('the fingerprint of the sources', () => {
  let root;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'fingerprint-'));
    mkdirSync(join(root, 'apps/auth'), { recursive: true });
    writeFileSync(join(root, 'apps/auth/main.ts'), 'one');
    writeFileSync(join(root, 'nx.json'), '{}');
  });
  afterEach(() => rmSync(root, { recursive: true }));
  const fingerprint = () => fingerprintOf(root, ['apps', 'nx.json']);

  it.each([
    ['a changed file', () => writeFileSync(join(root, 'apps/auth/main.ts'), 'two')],
    ['a new file', () => writeFileSync(join(root, 'apps/auth/session.ts'), '')],
    ['a renamed file', () => renameSync(join(root, 'apps/auth/main.ts'), join(root, 'apps/auth/other.ts'))],
    ['a changed file outside the folders', () => writeFileSync(join(root, 'nx.json'), '{"a":1}')],
  ])('differs after %s', (_what, change) => {
    const before = fingerprint();
    change();
    expect(fingerprint()).not.toBe(before);
  });

  it('is the same after a changed spec', () => {
    const before = fingerprint();
    writeFileSync(join(root, 'apps/auth/main.spec.ts'), 'a spec');
    expect(fingerprint()).toBe(before);
  });
});
