import { setTimeout as wait } from 'node:timers/promises';
import { Caller } from './support/callers';
import { expect, test } from './support/fixtures';
import type { PartName } from './support/product';

/**
 * Measures in the page the longest gap in a tone, in milliseconds. Samples every 50 ms and counts its samples, because
 * a page that cannot sample on a busy machine cannot play audio either.
 */
const watch = (tone: number) => `(() => {
  const watch = (window.watch = { longest: 0, silent: 0 });
  watch.timer = setInterval(() => {
    watch.silent = window.loudnessAt(${tone}) > -55 ? 0 : watch.silent + 50;
    watch.longest = Math.max(watch.longest, watch.silent);
  }, 50);
})()`;
const longestSilence = '(() => { clearInterval(window.watch.timer); return window.watch.longest; })()';

/** A reconnecting link is silent for longer than this, in milliseconds; a busy machine stutters for less. */
const lostLink = 1_000;

test('kill -9 of gateway, signaling or nats during a call interrupts no audio and keeps the call’s state', async ({
  split,
  newPerson,
}) => {
  const people = await Caller.arrive('lasting', ['Ada', 'Bob'], newPerson, split.invite);
  const [ada, bob] = people as [Caller, Caller];
  for (const caller of people) await caller.join();
  await bob.expectToHear([ada], people);
  await ada.button('Camera').click();
  await bob.expectToSee(ada, 'camera');
  for (const part of ['gateway', 'signaling', 'nats'] as const satisfies readonly PartName[]) {
    await test.step(part, async () => {
      await bob.page.evaluate(watch(ada.tone));
      await split.product.restart(part);
      await split.product.healthy();
      await wait(4_000);
      expect(await bob.page.evaluate<number>(longestSilence)).toBeLessThan(lostLink);
      await bob.expectToSee(ada, 'camera');

      // The server knows the participants and what they show, and changes reach the others.
      for (const { page } of people) {
        const inCall = page.getByRole('list', { name: 'In the call in lasting' }).getByRole('listitem');
        await expect(inCall).toHaveText([/Ada|Bob/, /Ada|Bob/]);
      }
      await bob.button('Camera').click();
      await ada.expectToSee(bob, 'camera');
      await bob.button('Camera').click();
      await expect(ada.tile(bob, 'camera')).toHaveCount(0);
    });
  }
  await ada.leave();
  await expect(bob.page.getByRole('list', { name: 'In the call in lasting' }).getByRole('listitem')).toHaveText([
    /Bob/,
  ]);
});
