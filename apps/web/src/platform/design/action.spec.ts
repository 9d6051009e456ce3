import { describe, expect, it } from '@jest/globals';
import { Action, outcomeOf, type Outcome } from './action';

const refused: Outcome = { ok: false, error: { message: 'No.' } };

describe('an action', () => {
  it('runs once when it is started twice', async () => {
    const action = new Action();
    let answer: (outcome: Outcome) => void = () => undefined;
    const first = action.run(() => new Promise<Outcome>((resolve) => (answer = resolve)));
    expect(action.busy()).toBe(true);
    expect(await action.run(() => Promise.reject(new Error('It ran again.')))).toBeNull();
    answer({ ok: true, value: 7 });
    expect(await first).toEqual({ ok: true, value: 7 });
    expect(action.busy()).toBe(false);
  });

  it('shows why it failed, until it succeeds', async () => {
    const action = new Action();
    await action.run(() => Promise.resolve(refused));
    expect(action.problem()).toBe('No.');
    await action.run(() => Promise.resolve(outcomeOf('')));
    expect(action.problem()).toBe('');
  });

  it('can run again after it threw', async () => {
    const action = new Action();
    await expect(action.run(() => Promise.reject(new Error('a fault')))).rejects.toThrow('a fault');
    expect(action.busy()).toBe(false);
  });
});
