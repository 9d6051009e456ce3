import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Runs a script in a process of its own and returns its log lines, because the logger writes to stdout. */
const linesOf = (script: string): unknown[] =>
  execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe('the log', () => {
  it('writes only the listed fields', () => {
    const module = JSON.stringify(fileURLToPath(new URL('./logger.ts', import.meta.url)));
    const [line] = linesOf(`
      import { createLogger } from ${module};
      createLogger('auth', 'info').info('Signed in.', { userId: 'u_1', password: 'hunter2', input: { token: 'secret' } });`);
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as unknown,
      process: 'auth',
      userId: 'u_1',
      message: 'Signed in.',
    });
  });
});
