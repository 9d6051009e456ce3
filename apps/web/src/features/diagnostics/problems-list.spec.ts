import { describe, expect, it } from '@jest/globals';
import type { diagnosticsCommands, ValueOf } from '@devchitchat/contracts';
import { page } from '../../platform/testing/page';
import { ProblemsList } from './problems-list';

const { render, screen, user } = page();

type Problem = ValueOf<typeof diagnosticsCommands.diagSnapshot>['problems'][number];

const failed: Problem = {
  process: 'messaging',
  at: 1_000,
  level: 'error',
  message: 'A handler failed.',
  command: 'msg.send',
  error: 'TypeError',
  trace: '00f3a1b2c4d5e6f7',
};
const slow: Problem = { process: 'auth', at: 2_000, level: 'warn', message: 'Slow disk.' };

describe('the list of recent problems', () => {
  const shown = (...problems: Problem[]) => render(ProblemsList, { inputs: { problems } });
  const rows = () => screen.getAllByRole('listitem').map((row) => row.textContent);

  it('says of each problem what is known, and nothing else', async () => {
    await shown(failed, slow);
    expect(rows()[0]).toMatch(/error.*messaging: A handler failed\..* · msg\.send · TypeError/);
    expect(rows()[1]).toMatch(/warn.*auth: Slow disk\./);
    expect(rows()[1]).not.toMatch(/undefined| · /);
  });

  it('follows the trace of a problem that has one', async () => {
    const { emitted } = await shown(failed, slow);
    await user.click(screen.getByRole('button'));
    expect(emitted.followed).toEqual(['00f3a1b2c4d5e6f7']);
  });

  it('says that there are none', async () => {
    await shown();
    expect(rows()).toHaveLength(1);
    expect(rows()[0]).not.toBe('');
  });
});
