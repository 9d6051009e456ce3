import { describe, expect, it } from '@jest/globals';
import { commonReasons, refused } from '@devchitchat/contracts';
import { goAway, together, type Two } from './testing/absences';
import { CallWorld } from './testing/call-world';

describe('joining', () => {
  it('is confirmed only by the reply', async () => {
    const world = new CallWorld();
    world.delay = () => 500;
    const ada = world.join('p_a');
    await world.clock.pass(900);
    expect([ada.session.isJoined, ada.people]).toEqual([false, []]);
    await world.clock.pass(200);
    expect([ada.session.isJoined, ada.people.length]).toEqual([true, 1]);
  });

  it('of another peer is reported to the server as soon as its link changes', async () => {
    const { world, people } = await together('p_a', 'p_b');
    const [ada, bob] = people as Two;
    const told: unknown[] = [];
    const answer = world.server.answer.bind(world.server);
    world.server.answer = (name, asking) => {
      if (name === 'rtc.keep_alive' && asking.peerId === ada.peerId) told.push(asking.links?.[0]?.state);
      return answer(name, asking);
    };
    const state = () => ada.session.mesh.links.get(bob.peerId)?.state;
    goAway(world, bob, 'both');
    while (state() === 'connected') await world.clock.pass(10);
    expect(told.at(-1)).toBe('connected');
    await world.clock.pass(20);
    expect(told.at(-1)).toBe(state());
  });

  it('is not attempted before the time that a refusal names, whatever happens meanwhile', async () => {
    const world = new CallWorld();
    const answer = world.server.answer.bind(world.server);
    let free = 20_000;
    world.server.answer = (name, asking) =>
      name === 'rtc.join' && world.clock.now < free
        ? refused(commonReasons.rateConnections, {}, 2_000)
        : answer(name, asking);
    const ada = world.join('p_a');
    for (let time = 0; time < 100; time++) {
      await world.clock.pass(100);
      ada.reconnected();
    }
    expect(ada.asked.filter((name) => name === 'rtc.join').length).toBeLessThanOrEqual(5);
    free = 0;
    await world.clock.pass(15_000);
    expect(ada.session.isJoined).toBe(true);
  });

  it('on another device asks first and moves the call when the user confirms', async () => {
    const { world, people } = await together('p_a', 'p_b');
    const phone = world.join('p_c', 'u_p_a');
    await world.clock.pass(1_000);
    expect(phone.ending).toEqual({ elsewhere: true });
    expect(world.inconsistencies()).toEqual([]);
    expect(people.map(({ ending }) => ending)).toEqual([null, null]);
  });
});

describe('"Try again"', () => {
  it('replaces the link at both ends, whatever state the old one was in', async () => {
    const { world, people } = await together('p_a', 'p_b');
    for (const [at, browser] of people.entries()) {
      browser.session.mesh.renew(people[1 - at]!.peerId);
      await world.clock.pass(3_000);
      expect(world.inconsistencies()).toEqual([]);
    }
    expect(people.map(({ connections }) => connections.length)).toEqual([3, 3]);
  });
});
