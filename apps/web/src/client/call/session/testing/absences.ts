import { expect } from '@jest/globals';
import { CallWorld, type FakeBrowser } from './call-world';

export type Two = [FakeBrowser, FakeBrowser];

/** A call that all of these people have joined and whose links are all connected. */
export async function together(...names: string[]): Promise<{ world: CallWorld; people: FakeBrowser[] }> {
  const world = new CallWorld();
  const people: FakeBrowser[] = [];
  for (const name of names) {
    people.push(world.join(name));
    await world.clock.pass(300);
  }
  await world.clock.pass(2_000);
  expect(world.inconsistencies()).toEqual([]);
  return { world, people };
}

/** The connections that an absence interrupts: to the server, to the peers, or both. */
export const kinds = ['socket', 'media', 'both'] as const;

type Kind = (typeof kinds)[number];

export function goAway(world: CallWorld, browser: FakeBrowser, kind: Kind): void {
  if (kind !== 'socket') browser.hasMedia = false;
  if (kind !== 'media') world.loseSocket(browser);
}

export function comeBack(world: CallWorld, browser: FakeBrowser): void {
  browser.hasMedia = true;
  world.regainSocket(browser);
}
