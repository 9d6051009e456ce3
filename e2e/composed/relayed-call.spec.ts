import { Caller } from '../support/callers';
import { expect, test } from '../support/fixtures';
import { insistOnRelay, waysOf } from '../support/relayed-callers';

test('two people with “Through the relay only” hear and see each other through the relay', async ({
  composed,
  newVisitor,
}) => {
  const people = await Caller.arrive('relayed', ['Ada', 'Bob'], newVisitor, composed.invite);
  const [ada, bob] = people as [Caller, Caller];
  for (const caller of people) await insistOnRelay(caller);
  for (const caller of people) await caller.join();
  await ada.expectToHear([bob], people);
  await bob.expectToHear([ada], people);
  await ada.button('Camera').click();
  await bob.expectToSee(ada, 'camera');
  expect((await waysOf(ada.page)).at(-1)).toMatch(/^relay\//);
});
