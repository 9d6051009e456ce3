import { Caller } from './support/callers';
import { promptly } from './support/eventually';
import { expect, test, withProduct } from './support/fixtures';
import { nextFrame } from './support/pages';
import { Product } from './support/product';
import { startRelay } from './support/relay';
import { insistOnRelay, waysOf } from './support/relayed-callers';

const secret = 'a secret that the relay knows, too';

for (const transport of ['udp', 'tcp'] as const) {
  test(`two people with “Through the relay only” hear and see each other through the relay, over ${transport}`, async ({
    newPerson,
  }) => {
    await using relay = await startRelay(secret);
    const TURN_URLS = `turn:127.0.0.1:${relay.port}?transport=${transport}`;
    const product = await Product.home({ environment: { TURN_URLS, TURN_SECRET: secret } });
    await withProduct(product, async ({ invite }) => {
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

test('a relay with another secret is reported within ten seconds', async ({ newPerson }) => {
  await using relay = await startRelay(secret);
  const TURN_URLS = `turn:127.0.0.1:${relay.port}?transport=udp`;
  const product = await Product.home({ environment: { TURN_URLS, TURN_SECRET: 'quite another secret' } });
  await withProduct(product, async ({ invite }) => {
    const people = await Caller.arrive('refused', ['Ada', 'Bob'], newPerson, invite);
    for (const caller of people) await insistOnRelay(caller);
    for (const caller of people) await caller.join();
    for (const { call, page } of people) {
      const refusal = call.getByText('The relay (TURN) refused', { exact: false });
      const isNamed = async () => (await refusal.isVisible()) || undefined;
      await promptly('the refusal of the relay', isNamed, 10_000, () => nextFrame(page));
    }
  });
});
