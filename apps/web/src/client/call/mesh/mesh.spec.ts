import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PeerId } from '@devchitchat/contracts';
import { track } from './testing/fake-mesh';
import { a, b, c, TwoPeers } from './testing/two-peers';

let peers: TwoPeers;
let network: TwoPeers['network'];
let first: TwoPeers['first'];
let second: TwoPeers['second'];

beforeEach(() => {
  peers = new TwoPeers();
  ({ network, first, second } = peers);
});

describe('a link between two peers', () => {
  it.each([[[a, b]], [[b, a]]])(
    'start with one offer, made by the leader in either order of joining: %s',
    async (order) => {
      await peers.connect(order);
      expect([first.links.get(b)?.state, second.links.get(a)?.state]).toEqual(['connected', 'connected']);
      expect([peers.offersBy(a), peers.offersBy(b)]).toEqual([0, 1]);
    },
  );

  it('lets only the leader make offers, whichever end changes something', async () => {
    await peers.connect();
    first.send('camera', track('video'));
    await network.clock.pass(1_000);
    second.send('camera', track('video'));
    await network.clock.pass(1_000);
    expect([peers.offersBy(a), peers.offersBy(b)]).toEqual([0, 3]);
  });

  it('has the same slots in the same order, and sends only the microphone at first', async () => {
    const ends = await peers.connect();
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
    const [end, other] = await peers.connect();
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
    await peers.connect();
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
    const [end] = await peers.connect();
    expect(network.credentials.get(b)).toBe(12);
    expect(network.ends().map(({ configuration }) => configuration.iceServers?.[0]?.credential)).toContain('fresh 12');
    second.leave();
    await network.clock.pass(60 * 60_000);
    expect([network.credentials.get(b), end.signalingState]).toEqual([12, 'stable']);
  });

  it('closes at once when a peer leaves', async () => {
    await peers.connect();
    first.disconnectFrom(b);
    expect(first.links.size).toBe(0);
    expect(network.ends()[0]?.signalingState).toBe('closed');
  });
});

describe('a goodbye', () => {
  it('travels over the link and needs no server', async () => {
    const ends = await peers.connect();
    network.loses = () => true;
    second.leave();
    await network.clock.pass(10);
    expect(network.gone).toEqual([[a, b]]);
    await network.clock.pass(1_000);
    expect(ends[1].signalingState).toBe('closed');
  });
});

describe('a mesh of three peers', () => {
  it('links everyone and divides the bitrate', async () => {
    const [end] = await peers.connect();
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
    expect([peers.offersBy(a), peers.offersBy(b), peers.offersBy(c)]).toEqual([0, 1, 2]);
  });
});
