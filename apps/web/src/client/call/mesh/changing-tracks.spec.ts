import { beforeEach, describe, expect, it } from '@jest/globals';
import { seeded } from '../../testing/seeded';
import type { Mesh } from './mesh';
import { slots, type Slot } from './slots';
import type { FakeConnection } from './testing/fake-connection';
import { track } from './testing/fake-mesh';
import { a, b, TwoPeers } from './testing/two-peers';

let peers: TwoPeers;
let network: TwoPeers['network'];
let first: TwoPeers['first'];
let second: TwoPeers['second'];

beforeEach(() => {
  peers = new TwoPeers();
  ({ network, first, second } = peers);
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
    const ends = await peers.connect(order);
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
      const ends = await peers.connect(seed % 2 ? [a, b] : [b, a]);
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
    const [, end] = await peers.connect();
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
