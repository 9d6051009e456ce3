import { setTimeout as wait } from 'node:timers/promises';
import { Absentee } from './support/absences';
import { Caller } from './support/callers';
import { expect, test, withProduct } from './support/fixtures';
import { roomMenu } from './support/pages';
import { Product } from './support/product';
import { startRelay } from './support/relay';

const secret = 'a secret that the relay knows, too';

/**
 * Each of the two is absent in turn, because ids decide at random which end leads a link. `e2e/absences` tests all
 * kinds and lengths.
 */
test('two people hear each other again after either was away for 25 s, and a call that ended meanwhile stays ended', async ({
  newPerson,
}) => {
  await using relay = await startRelay(secret);
  const TURN_URLS = `turn:127.0.0.1:${relay.port}?transport=udp`;
  const product = await Product.home({ environment: { TURN_URLS, TURN_SECRET: secret } });
  await withProduct(product, async ({ invite }) => {
    const people = await Caller.arrive('absent', ['Ada', 'Bob'], newPerson, invite);
    const [ada, bob] = people as [Caller, Caller];
    await using absentAda = await Absentee.of(ada, relay.port);
    await using absentBob = await Absentee.of(bob, relay.port);
    for (const caller of people) await caller.join();
    await ada.expectToHear([bob], people);
    await bob.expectToHear([ada], people);
    const inCall = (caller: Caller) =>
      caller.page.getByRole('list', { name: 'In the call in absent' }).getByRole('listitem');
    for (const [away, caller, other] of [
      [absentAda, ada, bob],
      [absentBob, bob, ada],
    ] as const) {
      await away.goAway('both');
      // The server removes a silent participant within 8 s; a busy machine gets longer.
      await expect(inCall(other)).toHaveCount(1, { timeout: 60_000 });
      await wait(15_000);
      await away.comeBack();
      await caller.expectToHear([other], people);
      await other.expectToHear([caller], people);
      for (const each of people) await expect(inCall(each)).toHaveCount(2);
    }
    await absentBob.goAway('both');
    await roomMenu(ada.page, 'End call for everyone');
    await expect(ada.call).toHaveCount(0);
    await absentBob.comeBack();
    await expect(bob.page.getByText('Someone ended the call for everyone.')).toBeVisible();
    await expect(bob.call).toHaveCount(0);
    await expect(inCall(ada)).toHaveCount(0);
  });
});
