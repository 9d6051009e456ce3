import { beforeEach, describe, expect, it } from '@jest/globals';
import { a, b, TwoPeers } from './testing/two-peers';

let peers: TwoPeers;
let network: TwoPeers['network'];
let first: TwoPeers['first'];
let second: TwoPeers['second'];

beforeEach(() => {
  peers = new TwoPeers();
  ({ network, first, second } = peers);
});

describe('a new incarnation of a link', () => {
  const ask = (incarnation: number) => ({ type: 'ask', incarnation, restart: false }) as const;

  it('is created by both ends when either creates one', async () => {
    await peers.connect();
    for (const [mesh, other] of [
      [first, b],
      [second, a],
    ] as const) {
      mesh.renew(other);
      await network.clock.pass(2_000);
      expect([first.links.get(b)?.state, second.links.get(a)?.state]).toEqual(['connected', 'connected']);
    }
    expect([first.incarnationOf(b), second.incarnationOf(a)]).toEqual([3, 3]);
    expect(network.ends().filter(({ signalingState }) => signalingState !== 'closed')).toHaveLength(2);
  });

  it('is the same for both ends when they create it at once', async () => {
    await peers.connect();
    first.renew(b);
    second.renew(a);
    await network.clock.pass(2_000);
    expect([first.incarnationOf(b), second.incarnationOf(a)]).toEqual([2, 2]);
    expect([first.links.get(b)?.state, second.links.get(a)?.state]).toEqual(['connected', 'connected']);
  });

  it('makes both ends ignore signals about an older one', async () => {
    await peers.connect();
    second.renew(a);
    await network.clock.pass(2_000);
    const link = first.links.get(b);
    for (const { from, signal } of [...network.said])
      if (from === b && signal.incarnation === 1) first.receive(b, signal);
    await network.clock.pass(2_000);
    expect([first.links.get(b), link?.state]).toEqual([link, 'connected']);
  });

  it('is created at most twice a second, however often the other end requests it', async () => {
    await peers.connect();
    const before = network.ends().length;
    for (let incarnation = 2; incarnation < 102; incarnation++) {
      second.receive(a, ask(incarnation));
      await network.clock.pass(10);
    }
    await network.clock.pass(600);
    expect(second.incarnationOf(a)).toBe(101);
    expect([...network.connections.keys()].filter((name) => name.startsWith(b)).length - before / 2).toBeLessThan(6);
  });
});
