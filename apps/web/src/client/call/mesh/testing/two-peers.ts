import type { PeerId } from '@devchitchat/contracts';
import type { Mesh } from '../mesh';
import type { FakeConnection } from './fake-connection';
import { FakeNetwork } from './fake-mesh';

/** Peers of a call. A link's leader is the peer with the higher id. */
export const [a, b, c] = ['p_a', 'p_b', 'p_c'] as [PeerId, PeerId, PeerId];

/** The meshes of `a` and `b` in a fake network, not connected yet. */
export class TwoPeers {
  readonly network = new FakeNetwork();
  readonly first: Mesh = this.network.join(a);
  readonly second: Mesh = this.network.join(b);

  /** Connects both and returns their ends of the link. `order` is the order of their joins. */
  async connect(order = [a, b]): Promise<[FakeConnection, FakeConnection]> {
    this.first.connectTo(order);
    this.second.connectTo(order);
    await this.network.clock.pass(1_000);
    return this.network.ends() as [FakeConnection, FakeConnection];
  }

  /** How many offers a peer made so far. */
  offersBy(from: PeerId): number {
    return this.network.said.filter((said) => said.from === from && said.signal.type === 'offer').length;
  }
}
