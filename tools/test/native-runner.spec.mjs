import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workspace } from '../machine/workspace.mjs';

const jest = join(workspace, 'node_modules', '.bin', 'jest');
const { testEnvironment, testRunner, transform } = (await import('../jest.config.mjs')).default;

const planted = `
  describe('planted', () => {
    let left = [];
    afterEach(() => left.push('after'));
    it('passes', () => expect(1).toBe(1));
    it('expects in vain', () => expect(1).toBe(2));
    it('never ends', () => new Promise((resolve) => setTimeout(resolve, 60_000).unref()), 20);
    it('leaves a rejection unheard', async () => {
      void Promise.reject(new Error('unheard'));
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
    it('throws when there is no listener', async () => {
      setTimeout(() => { throw new Error('late'); });
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
    it('knows what went before', () => expect(left).toHaveLength(5));
  });
`;

it('a failure in a spec that Node runs fails the run and is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'devchitchat-specs-'));
  try {
    writeFileSync(join(folder, 'planted.spec.mjs'), planted);
    writeFileSync(join(folder, 'broken.spec.mjs'), `import './not-there.mjs';`);
    const config = { rootDir: folder, testEnvironment, testRunner, transform, testMatch: ['**/*.spec.mjs'] };
    const { status, stdout } = spawnSync(process.execPath, [jest, '--json', '--config', JSON.stringify(config)], {
      encoding: 'utf8',
    });

    const report = JSON.parse(stdout);
    expect(status).toBe(1);
    expect(report).toMatchObject({ numPassedTests: 2, numFailedTests: 4, numRuntimeErrorTestSuites: 1 });
    const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
    expect(tests.filter((test) => test.status === 'passed').map(({ title }) => title)).toEqual([
      'passes',
      'knows what went before',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
