import { describe, expect, it } from '@jest/globals';
import { page } from '../testing/page';
import type { Outcome } from './action';
import { ConfirmDialog } from './confirm-dialog';

const { render, screen, settled, user } = page();

const opened = (act: () => Promise<Outcome>) =>
  render(ConfirmDialog, { inputs: { heading: 'Delete it?', verb: 'Delete', act } });
const button = (name: string) => screen.getByRole('button', { name });

describe('a dialog that asks before it acts', () => {
  it('acts when the user confirms, and emits when that is done', async () => {
    const { emitted } = await opened(() => Promise.resolve({ ok: true, value: null }));
    await user.click(button('Delete'));
    expect(emitted.done).toHaveLength(1);
  });

  it('does nothing when the user dismisses it', async () => {
    let acts = 0;
    const { emitted } = await opened(() => {
      acts += 1;
      return Promise.resolve({ ok: true, value: null });
    });
    await user.click(button('Cancel'));
    expect(emitted.closed).toHaveLength(1);
    expect(acts).toBe(0);
  });

  it('stays open and shows the problem, until it works', async () => {
    const outcomes: Outcome[] = [
      { ok: false, error: { message: 'The server is busy.' } },
      { ok: true, value: null },
    ];
    const { emitted } = await opened(() => Promise.resolve(outcomes.shift()!));

    await user.click(button('Delete'));
    expect(screen.getByRole('alert').textContent).toBe('The server is busy.');
    expect(emitted.done).toEqual([]);

    await user.click(button('Delete'));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(emitted.done).toHaveLength(1);
  });

  it('acts once however often the user clicks its button', async () => {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    let acts = 0;
    const { emitted } = await opened(() => {
      acts += 1;
      return promise;
    });
    await user.dblClick(button('Delete'));
    expect(button('Delete').getAttribute('aria-disabled')).toBe('true');
    resolve({ ok: true, value: null });
    await settled();
    expect(acts).toBe(1);
    expect(emitted.done).toHaveLength(1);
  });

  it('emits nothing, without a warning, when it was removed while it acted', async () => {
    const warnings: unknown[] = [];
    const { warn } = console;
    Object.assign(console, { warn: (...warning: unknown[]) => warnings.push(warning) });
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const { emitted, fixture } = await opened(() => promise);
    await user.click(button('Delete'));
    fixture.destroy();
    resolve({ ok: true, value: null });
    await settled();
    Object.assign(console, { warn });
    expect(emitted.done).toEqual([]);
    expect(warnings).toEqual([]);
  });
});
