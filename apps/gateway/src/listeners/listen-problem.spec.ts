import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { GatewayHarness } from '../testing/gateway-harness';

describe('a gateway that cannot listen', () => {
  it.each(['PORT', 'HTTP_PORT'])('says that %s is taken, and what to do', async (name) => {
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const opening = GatewayHarness.open({ TLS: 'local', HOST: '127.0.0.1', [name]: String(port) });
    await expect(opening).rejects.toThrow(
      `${name} ${port} is taken by another program; stop it, or set ${name} to another number.`,
    );
    other.close();
  });

  it('says that HOST is not its machine’s', async () => {
    await expect(GatewayHarness.open({ HOST: '203.0.113.9' })).rejects.toThrow(
      'HOST 203.0.113.9 is not an address of this machine (EADDRNOTAVAIL).',
    );
  });
});
