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

describe('a link', () => {
  it('that is interrupted recovers, or restarts after 5 s with fresh credentials', async () => {
    const [end, other] = await peers.connect();
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
    const [end, other] = await peers.connect();
    end.goes('failed');
    other.goes('failed');
    expect([first.links.get(b)?.state, second.links.get(a)?.state]).toEqual(['unreachable', 'unreachable']);
    await network.clock.pass(2_000);
    expect([end.restarts.length, other.restarts.length]).toEqual([0, 1]);
    expect([first.links.get(b)?.state, second.links.get(a)?.state]).toEqual(['connected', 'connected']);
  });

  it('that takes more than 8 s is unreachable, and connects as soon as the network allows it', async () => {
    network.loses = ({ signal }) => signal.type === 'ice';
    await peers.connect();
    await network.clock.pass(8_000);
    expect([first.links.get(b)?.state, second.links.get(a)?.state]).toEqual(['unreachable', 'unreachable']);
    network.loses = () => false;
    await network.clock.pass(20_000);
    expect([first.links.get(b)?.state, second.links.get(a)?.state]).toEqual(['connected', 'connected']);
  });

  it('connects even if its first offer was lost', async () => {
    network.loses = () => true;
    await peers.connect();
    network.loses = () => false;
    await network.clock.pass(8_000);
    expect([first.links.get(b)?.state, second.links.get(a)?.state]).toEqual(['connected', 'connected']);
  });

  it('reports that the relay refused its credentials until it is connected', async () => {
    network.loses = () => true;
    const [end] = await peers.connect();
    end.emit('icecandidateerror', { url: 'stun:here:3478', errorCode: 701 });
    expect(first.links.get(b)?.relayProblem).toBeNull();
    end.emit('icecandidateerror', { url: 'turn:here:3478?transport=udp', errorCode: 401 });
    expect(first.links.get(b)?.relayProblem).toBe('refused');
    network.loses = () => false;
    await network.clock.pass(20_000);
    expect(first.links.get(b)?.relayProblem).toBeNull();
  });
});
