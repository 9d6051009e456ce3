import type { Page } from '@playwright/test';
import { Caller } from './support/callers';
import { expect, test, whileItStands } from './support/fixtures';
import { Product } from './support/product';
import { startRelay } from './support/relay';

const secret = 'a secret that the relay knows, too';

/** The ways that this page's links took: `relay/udp` and the like. */
const waysOf = (page: Page) =>
  page.evaluate<string[]>(`Promise.all(window.links.map(async (link) => {
    const stats = new Map(await link.getStats());
    const transport = [...stats.values()].find(({ type }) => type === 'transport');
    const local = stats.get(stats.get(transport?.selectedCandidatePairId)?.localCandidateId);
    return local?.candidateType + '/' + local?.relayProtocol;
  }))`);

async function insistOnRelay(caller: Caller): Promise<void> {
  await caller.join();
  await caller.button('Devices').click();
  const dialog = caller.page.getByRole('dialog', { name: 'Devices' });
  await dialog.getByRole('checkbox', { name: 'Through the relay only' }).check();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await caller.leave();
}

for (const transport of ['udp', 'tcp'] as const) {
  test(`two people who insist on the relay hear and see each other through it, over ${transport}`, async ({
    newPerson,
  }) => {
    await using relay = await startRelay(secret);
    const TURN_URLS = `turn:127.0.0.1:${relay.port}?transport=${transport}`;
    const product = await Product.home({ environment: { TURN_URLS, TURN_SECRET: secret } });
    await whileItStands(product, async ({ invite }) => {
      const people = await Caller.arrive('relayed', ['Ada', 'Bob'], newPerson, invite);
      const [ada, bob] = people as [Caller, Caller];
      for (const caller of people) await insistOnRelay(caller);
      for (const caller of people) await caller.join();
      await ada.expectToHear([bob], people);
      await bob.expectToHear([ada], people);
      await ada.button('Camera').click();
      await bob.expectToSee(ada, 'camera');
      expect((await waysOf(ada.page)).at(-1)).toBe(`relay/${transport}`);
    });
  });
}

test('a relay that knows another secret is named within ten seconds', async ({ newPerson }) => {
  await using relay = await startRelay(secret);
  const TURN_URLS = `turn:127.0.0.1:${relay.port}?transport=udp`;
  const product = await Product.home({ environment: { TURN_URLS, TURN_SECRET: 'quite another secret' } });
  await whileItStands(product, async ({ invite }) => {
    const people = await Caller.arrive('refused', ['Ada', 'Bob'], newPerson, invite);
    for (const caller of people) await insistOnRelay(caller);
    for (const caller of people) await caller.join();
    for (const { call } of people)
      await expect(call.getByText('The relay (TURN) refused', { exact: false })).toBeVisible({ timeout: 10_000 });
  });
});
