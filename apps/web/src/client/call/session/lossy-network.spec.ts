import { describe, expect, it } from '@jest/globals';
import { seeded } from '../../testing/seeded';
import { comeBack, goAway, kinds, together } from './testing/absences';

describe('with messages lost, late, duplicated or out of order', () => {
  const seeds = Array.from({ length: 100 }, (_, at) => at + 1);

  it.each(seeds)('every peer hears every other in the end, and pages show the true state (seed %i)', async (seed) => {
    const random = seeded(seed);
    const { world, people } = await together(...['p_a', 'p_b', 'p_c', 'p_d'].slice(0, 2 + (seed % 3)));
    world.delay = () => random() * 400;
    world.isLost = () => random() < 0.1;
    world.isDoubled = () => random() < 0.1;
    for (let time = 0; time < 12; time++) {
      const browser = people[Math.floor(random() * people.length)]!;
      const other = people[Math.floor(random() * people.length)]!;
      const chance = random();
      if (chance < 0.5) goAway(world, browser, kinds[Math.floor(random() * 3)]!);
      else if (chance < 0.7) comeBack(world, browser);
      else if (chance < 0.8) world.stopServer();
      else if (chance < 0.9 && !world.server.isUp) world.startServer();
      else if (browser !== other) for (const each of [browser, other]) each.session.mesh.wake();
      if (random() < 0.1 && browser !== other) browser.session.mesh.renew(other.peerId);
      await world.clock.pass(random() * 8_000);
    }
    world.isLost = world.isDoubled = () => false;
    world.delay = () => 10;
    if (!world.server.isUp) world.startServer();
    for (const browser of people) comeBack(world, browser);
    // A lost signal is repeated after 5 s, and a link that is not connected after 8 s restarts.
    await world.clock.pass(15_000);
    expect(world.inconsistencies()).toEqual([]);
    expect(people.map(({ ending }) => ending)).toEqual(people.map(() => null));
    // The state is stable.
    await world.clock.pass(30_000);
    expect(world.inconsistencies()).toEqual([]);
  });
});
