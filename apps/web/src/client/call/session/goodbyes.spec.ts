import { describe, expect, it } from '@jest/globals';
import { commonReasons, refused } from '@devchitchat/contracts';
import { together, type Two } from './testing/absences';
import type { FakeBrowser } from './testing/call-world';

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
