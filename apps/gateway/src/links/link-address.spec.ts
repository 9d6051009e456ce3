import { addressForLinks, type Entrances } from './link-address';

/** `npm start` without any variable. */
const atHome: Entrances = {
  publicUrl: undefined,
  host: '127.0.0.1',
  ports: { secure: 8080, plain: 8080 },
  serves: undefined,
  certain: ['192.168.1.20', '10.0.0.7'],
  told: [],
};
const onTheNetwork: Entrances = { ...atHome, host: '0.0.0.0' };
const served = ['localhost', '127.0.0.1', '192.168.1.20', 'nas.lan', 'evil.lan'];
const withTls: Entrances = {
  ...onTheNetwork,
  ports: { secure: 8443, plain: 8080 },
  serves: (name) => served.includes(name),
  certain: ['192.168.1.20'],
};
const localPages = ['http://localhost:8080', 'http://127.0.0.1:8080', 'http://[::1]:8080', 'http://127.8.8.8:8080'];

describe('the address of links', () => {
  it.each(localPages)('made on %s is the first of the machine’s in its network', (page) => {
    expect(addressForLinks(page, onTheNetwork)).toEqual({
      origin: 'http://192.168.1.20:8080',
      reach: 'network',
      alternatives: ['http://10.0.0.7:8080'],
      obstacle: null,
    });
  });

  it.each([
    ['http://10.0.0.7:8080', 'network'],
    ['http://nas:8080', 'network'],
    ['http://nas.local:8080', 'network'],
    ['http://[fd00::7]:8080', 'network'],
    ['http://100.100.1.2:8080', 'network'],
    ['https://chat.example.org', 'everyone'],
    ['http://203.0.113.9:8080', 'everyone'],
  ])('made on %s is that of the page, for %s', (page, reach) => {
    for (const entrances of [atHome, onTheNetwork]) {
      expect(addressForLinks(page, entrances)).toMatchObject({ origin: page, reach, obstacle: null });
    }
  });

  it.each([...localPages, 'http://192.168.1.20:8080', 'https://other.example'])(
    'is the configured one, also on %s',
    (page) => {
      const entrances = { ...onTheNetwork, publicUrl: 'https://chat.example.org' };
      expect(addressForLinks(page, entrances)).toMatchObject({ origin: 'https://chat.example.org', reach: 'everyone' });
    },
  );

  it('is not a configured one that only this computer opens, if the page has a better one', () => {
    const entrances = { ...atHome, publicUrl: 'http://localhost:8080' };
    expect(addressForLinks('http://192.168.1.20:8080', entrances).origin).toBe('http://192.168.1.20:8080');
    expect(addressForLinks('http://127.0.0.1:8080', entrances)).toMatchObject({
      origin: 'http://localhost:8080',
      obstacle: 'loopback',
    });
  });

  it.each(['127.0.0.1', '::1', 'localhost', '127.1.2.3'])(
    'opens only on this computer if the server listens on %s',
    (host) => {
      for (const page of localPages) {
        expect(addressForLinks(page, { ...atHome, host })).toEqual({
          origin: page,
          reach: 'this-computer',
          alternatives: [],
          obstacle: 'loopback',
        });
      }
    },
  );

  it('opens only on this computer if no other address is known, as in a container', () => {
    expect(addressForLinks('http://localhost:8080', { ...onTheNetwork, certain: [] })).toEqual({
      origin: 'http://localhost:8080',
      reach: 'this-computer',
      alternatives: [],
      obstacle: 'unknown',
    });
  });

  it('is the only one that the server listens on', () => {
    const { origin, alternatives } = addressForLinks('http://localhost:8080', { ...atHome, host: '10.0.0.7' });
    expect([origin, alternatives]).toEqual(['http://10.0.0.7:8080', []]);
  });

  it('leaves out default ports', () => {
    const entrances = { ...onTheNetwork, ports: { secure: 80, plain: 8080 }, certain: ['fd00::7'] };
    expect(addressForLinks('http://localhost', entrances).origin).toBe('http://[fd00::7]');
  });
});

describe('with a certificate authority of its own, the address of links', () => {
  it.each([
    ['https://localhost:8443', 'http://192.168.1.20:8080'],
    ['https://192.168.1.20:8443', 'http://192.168.1.20:8080'],
    ['https://nas.lan:8443', 'http://nas.lan:8080'],
    // A proxy in front, with a certificate of its own.
    ['https://chat.example.org', 'https://chat.example.org'],
    ['https://nas.lan', 'https://nas.lan'],
  ])('made on %s is %s: it explains the certificate first', (page, origin) => {
    expect(addressForLinks(page, withTls).origin).toBe(origin);
  });

  it('is never a name that somebody only told, but the page may be opened by it', () => {
    const entrances = { ...withTls, certain: [], told: ['evil.lan', 'nas.lan'] };
    expect(addressForLinks('https://localhost:8443', entrances)).toEqual({
      origin: 'http://localhost:8080',
      reach: 'this-computer',
      alternatives: ['http://evil.lan:8080', 'http://nas.lan:8080'],
      obstacle: 'unknown',
    });
    expect(addressForLinks('https://192.168.1.20:8443', entrances).origin).toBe('http://192.168.1.20:8080');
  });
});
