import { describe, expect, it } from '@jest/globals';
import { comeBack, goAway, kinds, together, type Two } from './testing/absences';
import type { FakeBrowser } from './testing/call-world';

/** The peers that go away: the leader of the link, the other one, or both. */
const ends = ['lower', 'higher', 'both'] as const;
const awayOf = ([lower, higher]: Two, end: (typeof ends)[number]): FakeBrowser[] =>
  end === 'both' ? [lower, higher] : [end === 'lower' ? lower : higher];

describe('an absence', () => {
  for (const kind of kinds)
    for (const seconds of [5, 25, 60])
      for (const end of ends)
        it(`of the ${end} end, ${kind} only, for ${seconds} s heals within 5 s of the return`, async () => {
          const { world, people } = await together('p_a', 'p_b');
          const away = awayOf(people as Two, end);
          for (const browser of away) goAway(world, browser, kind);
          await world.clock.pass(seconds * 1_000);
          for (const browser of away) comeBack(world, browser);
          await world.clock.pass(5_000);
          expect(world.inconsistencies()).toEqual([]);
          expect(people.map(({ ending }) => ending)).toEqual([null, null]);
        });

  for (const kind of kinds)
    for (const end of ends)
      it(`of the ${end} end, ${kind} only, while the server restarts heals within 5 s of the last return`, async () => {
        const { world, people } = await together('p_a', 'p_b');
        const away = awayOf(people as Two, end);
        for (const browser of away) goAway(world, browser, kind);
        await world.clock.pass(2_000);
        world.stopServer();
        await world.clock.pass(20_000);
        world.startServer();
        await world.clock.pass(3_000);
        for (const browser of away) comeBack(world, browser);
        await world.clock.pass(5_000);
        expect(world.inconsistencies()).toEqual([]);
      });

  it('of the server closes no working link, however long it lasts', async () => {
    const { world, people } = await together('p_a', 'p_b', 'p_c');
    const before = people.flatMap(({ connections }) => connections);
    world.stopServer();
    await world.clock.pass(10 * 60_000);
    expect(before.map(({ connectionState }) => connectionState)).toEqual(before.map(() => 'connected'));
    for (const { people: shown } of people) expect(shown).toHaveLength(3);
    world.startServer();
    await world.clock.pass(5_000);
    expect(world.inconsistencies()).toEqual([]);
    expect(people.flatMap(({ connections }) => connections)).toHaveLength(before.length);
  });

  it.each(['lower', 'higher'] as const)(
    'of all of the %s end is visible to the other within ten seconds',
    async (end) => {
      const { world, people } = await together('p_a', 'p_b');
      const [gone] = awayOf(people as Two, end);
      goAway(world, gone!, 'both');
      await world.clock.pass(10_000);
      const [other] = people.filter((browser) => browser !== gone);
      expect(other?.people).toHaveLength(1);
    },
  );

  it('of the socket removes no peer that others are linked to, however long it lasts', async () => {
    const { world, people } = await together('p_a', 'p_b', 'p_c');
    world.loseSocket(people[0]!);
    await world.clock.pass(10 * 60_000);
    expect(world.server.call?.peers).toHaveLength(3);
    world.regainSocket(people[0]!);
    await world.clock.pass(1_000);
    expect(world.inconsistencies()).toEqual([]);
    expect(people.flatMap(({ connections }) => connections)).toHaveLength(6);
  });

  it.each(ends)(
    'of the %s end while a moderator ends the call: each returning peer is told, and starts no new call',
    async (end) => {
      const { world, people } = await together('p_a', 'p_b');
      const away = awayOf(people as Two, end);
      for (const browser of away) goAway(world, browser, 'both');
      await world.clock.pass(12_000);
      world.server.end(people[0]!.userId);
      await world.clock.pass(12_000);
      for (const browser of away) comeBack(world, browser);
      await world.clock.pass(5_000);
      expect(world.server.call).toBeNull();
      for (const browser of people) {
        const why = away.includes(browser)
          ? { sentence: 'Someone ended the call for everyone.' }
          : { endedBy: 'u_p_a' };
        expect(browser.ending).toEqual(why);
        expect(browser.connections.filter(({ signalingState }) => signalingState !== 'closed')).toEqual([]);
      }
    },
  );

  it('during which the other peer leaves does not resume or start a call', async () => {
    const { world, people } = await together('p_a', 'p_b');
    const [ada, bob] = people as Two;
    goAway(world, ada, 'both');
    await world.clock.pass(30_000);
    bob.session.leave();
    await world.clock.pass(1_000);
    comeBack(world, ada);
    await world.clock.pass(5_000);
    expect([ada.ending, world.server.call]).toEqual([{ sentence: 'The call ended: everyone left.' }, null]);
  });

  it('of two minutes without server and links ends the session instead of reopening the microphone', async () => {
    const { world, people } = await together('p_a', 'p_b');
    goAway(world, people[0]!, 'both');
    await world.clock.pass(130_000);
    comeBack(world, people[0]!);
    await world.clock.pass(1_000);
    expect(people[0]!.ending).toEqual({ sentence: 'You were disconnected for too long, so you left the call.' });
    expect(world.server.call?.peers.map(({ peerId }) => peerId)).toEqual(['p_b']);
  });
});
