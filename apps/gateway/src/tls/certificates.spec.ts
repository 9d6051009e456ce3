import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:tls';
import { createAuthority, leafIn, permittedBy, signLeaf, validityOf, type KeyPair } from './certificates.x509';
import { leafValidity } from './leaf-plan';
import { permittedWith } from '../host-names/names';

const now = Date.now();
const day = 86_400_000;
let authority: KeyPair;
beforeAll(async () => (authority = await createAuthority(permittedWith(['nas', '203.0.113.7']), now)));

const leafFor = (...names: string[]) => signLeaf(authority, { names, ...leafValidity(now, now + 999 * day) });

/** Node's verification error when a client that trusts the authority connects by a name; '' if it accepts. */
async function verdict(pair: KeyPair, servername: string): Promise<string> {
  const server = createServer(pair).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = connect({ port, host: '127.0.0.1', servername, ca: authority.cert, rejectUnauthorized: false });
  await once(socket, 'secureConnect');
  socket.destroy();
  server.close();
  return String((socket.authorizationError as Error | string | null) ?? '');
}

describe('the authority', () => {
  it('is valid for ten years, cannot sign another authority, and has a P-256 key', () => {
    const certificate = new X509Certificate(authority.cert);
    expect(certificate.ca).toBe(true);
    expect(certificate.subject).toMatch(/devchitchat local CA [0-9a-f]{6}/);
    expect(certificate.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
    expect(validityOf(authority.cert).notAfter - now).toBeGreaterThan(3_640 * day);
  });

  it('declares its permissions in a critical extension', async () => {
    expect(await permittedBy(authority.cert)).toEqual(permittedWith(['nas', '203.0.113.7']));
    // OID 2.5.29.30, critical.
    expect(new X509Certificate(authority.cert).raw.toString('hex')).toContain('0603551d1e0101ff');
  });
});

describe('a leaf', () => {
  it('is accepted for its names by clients that trust the authority', async () => {
    expect(await verdict(await leafFor('box.local', '192.168.1.20', '::1', 'nas', '203.0.113.7'), 'box.local')).toBe(
      '',
    );
  });

  it.each(['example.org', 'localhost.example.org', '8.8.8.8', '2001:db8::1'])(
    'for %s is refused, though the authority signed it',
    async (name) => {
      // A permitted subtree violation in OpenSSL, for which Node has no code.
      expect(await verdict(await leafFor('localhost', name), 'localhost')).toMatch(/^UNSPECIFIED$/);
    },
  );

  it('is parsed with the values it was created with', async () => {
    const names = ['localhost', '127.0.0.1', '::1', 'fd12::1'];
    const leaf = { names, ...leafValidity(now, now + 999 * day) };
    const read = leafIn(await signLeaf(authority, leaf), authority.cert);
    expect(read?.names).toEqual(names);
    expect(Math.abs(read!.notAfter - leaf.notAfter)).toBeLessThanOrEqual(1_000);
  });

  it('is rejected with another key, of another authority, or damaged', async () => {
    const [one, other] = [await leafFor('localhost'), await leafFor('localhost')];
    const stranger = await createAuthority(permittedWith([]), now);
    expect(leafIn({ key: other.key, cert: one.cert }, authority.cert)).toBeUndefined();
    expect(leafIn(one, stranger.cert)).toBeUndefined();
    expect(leafIn({ key: one.key, cert: one.cert.slice(0, 200) }, authority.cert)).toBeUndefined();
  });
});
