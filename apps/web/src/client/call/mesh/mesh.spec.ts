import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PeerId } from '@devchitchat/contracts';
import type { Mesh } from './mesh';
import { slots, type Slot } from './slots';
import type { FakeConnection } from './testing/fake-connection';
import { FakeNetwork, track } from './testing/fake-mesh';

const [a, b, c] = ['p_a', 'p_b', 'p_c'] as [PeerId, PeerId, PeerId];

/** The same numbers between 0 and 1 for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

let network: FakeNetwork;
let first: Mesh;
let second: Mesh;

/** Two peers in a call. `order` is the order of their joins; `b` leads because its id is higher. */
async function connected(order = [a, b]): Promise<[FakeConnection, FakeConnection]> {
  first.connectTo(order);
  second.connectTo(order);
  await network.clock.pass(1_000);
  return network.ends() as [FakeConnection, FakeConnection];
}

const offersBy = (from: PeerId) =>
  network.said.filter((said) => said.from === from && said.signal.type === 'offer').length;

beforeEach(() => {
  network = new FakeNetwork();
  first = network.join(a);
  second = network.join(b);
});

describe('a link between two peers', () => {
  it.each([[[a, b]], [[b, a]]])(
    'start with one offer, made by the leader in either order of joining: %s',
    async (order) => {
      await connected(order);
      expect([first.links.get(b)?.state, second.links.get(a)?.state]).toEqual(['connected', 'connected']);
      expect([offersBy(a), offersBy(b)]).toEqual([0, 1]);
    },
  );

  it('lets only the leader make offers, whichever end changes something', async () => {
    await connected();
    first.send('camera', track('video'));
    await network.clock.pass(1_000);
    second.send('camera', track('video'));
    await network.clock.pass(1_000);
    expect([offersBy(a), offersBy(b)]).toEqual([0, 3]);
  });

  it('has the same slots in the same order, and sends only the microphone at first', async () => {
    const ends = await connected();
    for (const end of ends) {
      expect(end.lines.map(({ kind }) => kind)).toEqual(['audio', 'video', 'video', 'audio']);
      expect(network.agreed(end)).toEqual({
        microphone: 'sendrecv',
        camera: 'inactive',
        screen: 'inactive',
        'screen-sound': 'inactive',
      });
    }
  });

  it('carries tracks that were sent before it existed', async () => {
    const voice = track('audio');
    const picture = track('video');
    first.send('microphone', voice);
    first.send('camera', picture);
    const [end, other] = await connected();
    expect(end.lines.map(({ sender }) => sender.track)).toEqual([voice, picture, null, null]);
    expect([network.agreed(end)['camera'], network.agreed(other)['camera']]).toEqual(['sendonly', 'recvonly']);
  });

  it('accepts an offer that arrives before the join event of its sender', async () => {
    second.connectTo([a, b]);
    await network.clock.pass(500);
    first.connectTo([a, b]);
    await network.clock.pass(500);
    expect(first.links.get(b)?.state).toBe('connected');
  });

  it('needs no negotiation to mute or unmute', async () => {
    await connected();
    const before = network.said.length;
    first.send('microphone', track('audio'));
    await network.clock.pass(1_000);
    first.send('microphone', null);
    await network.clock.pass(1_000);
    expect(network.said.length).toBe(before);
  });

  it('connects with fresh credentials, however long the first peer waited', async () => {
    second.configure({});
    await network.clock.pass(60 * 60_000);
    const [end] = await connected();
    expect(network.credentials.get(b)).toBe(12);
    expect(network.ends().map(({ configuration }) => configuration.iceServers?.[0]?.credential)).toContain('fresh 12');
    second.leave();
    await network.clock.pass(60 * 60_000);
    expect([network.credentials.get(b), end.signalingState]).toEqual([12, 'stable']);
  });

  it('closes at once when a peer leaves', async () => {
    await connected();
    first.disconnectFrom(b);
    expect(first.links.size).toBe(0);
    expect(network.ends()[0]?.signalingState).toBe('closed');
  });
});

describe('a new incarnation of a link', () => {
  const ask = (incarnation: number) => ({ type: 'ask', incarnation, restart: false }) as const;

  it('is created by both ends when either creates one', async () => {
    await connected();
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
    await connected();
    first.renew(b);
    second.renew(a);
    await network.clock.pass(2_000);
    expect([first.incarnationOf(b), second.incarnationOf(a)]).toEqual([2, 2]);
    expect([first.links.get(b)?.state, second.links.get(a)?.state]).toEqual(['connected', 'connected']);
  });

  it('makes both ends ignore signals about an older one', async () => {
    await connected();
    second.renew(a);
    await network.clock.pass(2_000);
    const link = first.links.get(b);
    for (const { from, signal } of [...network.said])
      if (from === b && signal.incarnation === 1) first.receive(b, signal);
    await network.clock.pass(2_000);
    expect([first.links.get(b), link?.state]).toEqual([link, 'connected']);
  });

  it('is created at most twice a second, however often the other end requests it', async () => {
    await connected();
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

describe('a goodbye', () => {
  it('travels over the link and needs no server', async () => {
    const ends = await connected();
    network.loses = () => true;
    second.leave();
    await network.clock.pass(10);
    expect(network.gone).toEqual([[a, b]]);
    await network.clock.pass(1_000);
    expect(ends[1].signalingState).toBe('closed');
  });
});

describe('changing tracks', () => {
  const expectAgreement = (ends: readonly FakeConnection[], meshes: readonly Mesh[], shown: readonly Set<Slot>[]) => {
    for (const [at, end] of ends.entries()) {
      expect([at, end.signalingState, end.rollbacks]).toEqual([at, 'stable', 0]);
      for (const slot of slots.slice(1)) {
        const own = shown[at]?.has(slot) ?? false;
        const others = shown[1 - at]?.has(slot) ?? false;
        const expected = own ? (others ? 'sendrecv' : 'sendonly') : others ? 'recvonly' : 'inactive';
        expect([at, slot, network.agreed(end)[slot]]).toEqual([at, slot, expected]);
      }
      expect([...(meshes[at]?.links.values() ?? [])].map(({ state }) => state)).toEqual(['connected']);
    }
  };

  it.each([
    [a, b],
    [b, a],
  ])('a hundred times from both ends at once leaves no negotiation stuck (%s joined before %s)', async (...order) => {
    const ends = await connected(order);
    const meshes = [first, second];
    const shown = [new Set<Slot>(), new Set<Slot>()];
    for (let time = 0; time < 100; time++) {
      for (const [at, mesh] of meshes.entries()) {
        const slot = slots[1 + ((time + at) % 3)] as Slot;
        const shows = shown[at]?.delete(slot) ? null : track('video');
        if (shows) shown[at]?.add(slot);
        mesh.send(slot, shows);
      }
      await network.clock.pass(time % 7);
    }
    await network.clock.pass(1_000);
    expectAgreement(ends, meshes, shown);
  });

  it.each(Array.from({ length: 20 }, (_, at) => at + 1))(
    'ends in agreement whichever signals are slow or lost (seed %i)',
    async (seed) => {
      const random = seeded(seed);
      const ends = await connected(seed % 2 ? [a, b] : [b, a]);
      network.delay = () => random() * 200;
      network.loses = () => random() < 0.2;
      const meshes = [first, second];
      const shown = [new Set<Slot>(), new Set<Slot>()];
      for (let time = 0; time < 40; time++) {
        const at = random() < 0.5 ? 0 : 1;
        const slot = slots[1 + Math.floor(random() * 3)] as Slot;
        const shows = shown[at]?.delete(slot) ? null : track('video');
        if (shows) shown[at]?.add(slot);
        meshes[at]?.send(slot, shows);
        await network.clock.pass(random() * 300);
      }
      network.loses = () => false;
      await network.clock.pass(30_000);
      expectAgreement(ends, meshes, shown);
    },
  );

  it('ignores a late answer', async () => {
    const [, end] = await connected();
    network.loses = ({ signal }) => signal.type === 'answer';
    second.send('camera', track('video'));
    await network.clock.pass(1_000);
    const late = network.said.findLast(({ signal }) => signal.type === 'answer')!;
    expect(end.signalingState).toBe('have-local-offer');
    network.loses = () => false;
    await network.clock.pass(5_000);
    expect(end.signalingState).toBe('stable');
    const agreed = network.agreed(end);
    second.receive(a, late.signal);
    await network.clock.pass(1_000);
    expect([end.signalingState, network.agreed(end)]).toEqual(['stable', agreed]);
  });
});

describe('a link', () => {
  it('that is interrupted recovers, or restarts after 5 s with fresh credentials', async () => {
    const [end, other] = await connected();
    end.goes('disconnected');
    expect(first.links.get(b)?.state).toBe('interrupted');
    await network.clock.pass(4_000);
    end.goes('connected');
    await network.clock.pass(20_000);
    expect([end.restarts, other.restarts]).toEqual([[], []]);

    other.goes('disconnected');
    await network.clock.pass(5_100);
    expect(other.restarts).toEqual([{ iceServers: [{ urls: 'turn:relay', credential: 'fresh 1' }] }]);
    await network.clock.pass(1_000);
    expect(second.links.get(a)?.state).toBe('connected');
  });

  it('that fails is restarted, by one end first', async () => {
    const [end, other] = await connected();
    end.goes('failed');
    other.goes('failed');
    expect([first.links.get(b)?.state, second.links.get(a)?.state]).toEqual(['unreachable', 'unreachable']);
    await network.clock.pass(2_000);
    expect([end.restarts.length, other.restarts.length]).toEqual([0, 1]);
    expect([first.links.get(b)?.state, second.links.get(a)?.state]).toEqual(['connected', 'connected']);
  });

  it('that takes more than 8 s is unreachable, and connects as soon as the network allows it', async () => {
    network.loses = ({ signal }) => signal.type === 'ice';
    await connected();
    await network.clock.pass(8_000);
    expect([first.links.get(b)?.state, second.links.get(a)?.state]).toEqual(['unreachable', 'unreachable']);
    network.loses = () => false;
    await network.clock.pass(20_000);
    expect([first.links.get(b)?.state, second.links.get(a)?.state]).toEqual(['connected', 'connected']);
  });

  it('connects even if its first offer was lost', async () => {
    network.loses = () => true;
    await connected();
    network.loses = () => false;
    await network.clock.pass(8_000);
    expect([first.links.get(b)?.state, second.links.get(a)?.state]).toEqual(['connected', 'connected']);
  });

  it('reports that the relay refused its credentials until it is connected', async () => {
    network.loses = () => true;
    const [end] = await connected();
    end.emit('icecandidateerror', { url: 'stun:here:3478', errorCode: 701 });
    expect(first.links.get(b)?.relayProblem).toBeNull();
    end.emit('icecandidateerror', { url: 'turn:here:3478?transport=udp', errorCode: 401 });
    expect(first.links.get(b)?.relayProblem).toBe('refused');
    network.loses = () => false;
    await network.clock.pass(20_000);
    expect(first.links.get(b)?.relayProblem).toBeNull();
  });
});

describe('a mesh of three peers', () => {
  it('links everyone and divides the bitrate', async () => {
    const [end] = await connected();
    const bitrates = () => end.lines.map(({ sender }) => sender.encodings[0]?.maxBitrate);
    expect(bitrates()).toEqual([undefined, 300_000, 2_500_000, undefined]);
    for (let more = 0; more < 7; more++) first.connectTo([a, b, `p_x${more}` as PeerId]);
    expect(bitrates()).toEqual([undefined, 187_500, 625_000, undefined]);
  });

  it('has one link per pair', async () => {
    const third = network.join(c);
    for (const mesh of [first, second, third]) mesh.connectTo([a, b, c]);
    await network.clock.pass(1_000);
    const states = [first, second, third].map((mesh) => [...mesh.links.values()].map(({ state }) => state));
    expect(states).toEqual(Array.from({ length: 3 }, () => ['connected', 'connected']));
    expect([offersBy(a), offersBy(b), offersBy(c)]).toEqual([0, 1, 2]);
  });
});
