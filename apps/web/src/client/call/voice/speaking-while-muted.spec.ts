import { expect, it } from '@jest/globals';
import { TestClock } from '../../../platform/time/testing/test-clock';
import { SpeakingWhileMuted } from './speaking-while-muted';

it('speaking while muted is shown until the user had time to read it or unmutes', async () => {
  const clock = new TestClock();
  const talk = new SpeakingWhileMuted(clock);
  const after = async (muted: boolean, speaking: boolean, milliseconds: number) => {
    talk.update({ muted, speaking });
    await clock.pass(milliseconds);
    return talk.isDetected();
  };
  expect(await after(false, true, 5_000)).toBe(false);
  expect(await after(true, true, 500)).toBe(false);
  expect(await after(true, true, 200)).toBe(true);
  expect(await after(true, false, 3_000)).toBe(true);
  expect(await after(true, false, 2_000)).toBe(false);
  expect(await after(true, true, 700)).toBe(true);
  expect(await after(false, true, 0)).toBe(false);
});

it('a cough does not count as speaking while muted', async () => {
  const clock = new TestClock();
  const talk = new SpeakingWhileMuted(clock);
  for (let times = 0; times < 5; times++) {
    talk.update({ muted: true, speaking: true });
    await clock.pass(300);
    talk.update({ muted: true, speaking: false });
    await clock.pass(300);
  }
  expect(talk.isDetected()).toBe(false);
});
