import { describe, expect, it } from '@jest/globals';
import { commonReasons, refused } from '@devchitchat/contracts';
import { CallWorld, type FakeBrowser } from './testing/call-world';

type Two = [FakeBrowser, FakeBrowser];

async function together(...names: string[]): Promise<{ world: CallWorld; people: FakeBrowser[] }> {
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

const kinds = ['socket', 'media', 'both'] as const;
type Kind = (typeof kinds)[number];

function goAway(world: CallWorld, browser: FakeBrowser, kind: Kind): void {
  if (kind !== 'socket') browser.hasMedia = false;
  if (kind !== 'media') world.loseSocket(browser);
}

function comeBack(world: CallWorld, browser: FakeBrowser): void {
  browser.hasMedia = true;
  world.regainSocket(browser);
}

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

describe('a goodbye', () => {
  it('without a server reaches peers over the link at once, and the server as soon as it is back', async () => {
    const { world, people } = await together('p_a', 'p_b');
    const [ada, bob] = people as Two;
    world.loseSocket(bob);
    await world.clock.pass(1_000);
    bob.session.leave();
    await world.clock.pass(300);
    expect(ada.people.map(({ peerId }) => peerId)).toEqual(['p_a']);
    world.regainSocket(bob);
    await world.clock.pass(4_000);
    expect(world.server.call?.peers.map(({ peerId }) => peerId)).toEqual(['p_a']);
    await world.clock.pass(60_000);
    expect(ada.people.map(({ peerId }) => peerId)).toEqual(['p_a']);
  });

  it('that is rate limited is sent again at the time the refusal names', async () => {
    const { world, people } = await together('p_a', 'p_b');
    const answer = world.server.answer.bind(world.server);
    let refusals = 3;
    world.server.answer = (name, asking) =>
      name === 'rtc.leave' && refusals-- > 0 ? refused(commonReasons.rateConnections, {}, 700) : answer(name, asking);
    people[1]!.session.leave();
    await world.clock.pass(2_000);
    expect(world.server.call?.peers).toHaveLength(2);
    await world.clock.pass(3_000);
    expect(world.server.call?.peers).toHaveLength(1);
  });
});

describe('losing the right to be in a call', () => {
  it.each(['signed_out', 'room_left'] as const)(
    'ends the links to a browser that does not hang up: %s',
    async (reason) => {
      const { world, people } = await together('p_a', 'p_b', 'p_c');
      const [ada, , cleo] = people as [FakeBrowser, FakeBrowser, FakeBrowser];
      // The browser hears nothing from the server, and its media continues.
      world.loseSocket(cleo);
      world.server.leave(cleo.peerId, reason);
      await world.clock.pass(100);
      expect(ada.people.map(({ peerId }) => peerId)).toEqual(['p_a', 'p_b']);
      expect(ada.connections.map(({ signalingState }) => signalingState)).toEqual(['stable', 'closed']);
    },
  );

  it('also ends the session of a peer that was away', async () => {
    const { world, people } = await together('p_a', 'p_b', 'p_c');
    const [ada, , cleo] = people as [FakeBrowser, FakeBrowser, FakeBrowser];
    for (const browser of [ada, cleo]) world.loseSocket(browser);
    await world.clock.pass(30_000);
    world.server.leave(cleo.peerId, 'signed_out');
    await world.clock.pass(5_000);
    expect(ada.people).toHaveLength(3);
    world.regainSocket(ada);
    await world.clock.pass(1_000);
    expect(ada.people.map(({ peerId }) => peerId)).toEqual(['p_a', 'p_b']);
  });
});

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

/** A seeded pseudo-random number generator (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

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
