import { reachableAt, readSettings } from './settings.mjs';

describe('the settings of npm start', () => {
  it('have defaults for every variable', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      logLevel: 'info',
      address: 'http://localhost:8080',
    });
    expect(settings.dataDir).toMatch(/\/\.data$/);
    expect(settings.natsUrl).toBeUndefined();
    expect(settings.httpPort).toBeUndefined();
  });

  it('treat an empty variable as not set', () => {
    expect(readSettings({ PORT: '', HOST: '', DATA_DIR: '', NATS_URL: '', LOG_LEVEL: '', PUBLIC_URL: '' })).toEqual(
      readSettings({}),
    );
  });

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['HOST', '999.1'],
    ['HOST', 'a b'],
    ['HOST', 'http://here'],
    ['NATS_URL', 'localhost:4222'],
    ['NATS_URL', 'nats://'],
    ['LOG_LEVEL', 'loud'],
    ['TLS', 'on'],
    ['DOMAIN', 'https://chat'],
    ['PUBLIC_URL', 'chat.example.org'],
    ['PUBLIC_URL', 'https://chat.example.org/path'],
    ['PUBLIC_URL', 'ftp://chat.example.org'],
  ])('refuse %s=%s in one sentence that names the variable and the value', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`^${name} .*"${value}"\\.$`));
  });

  it.each([
    ['HTTP_PORT', 'x', { TLS: 'local' }],
    ['HTTP_PORT', '8443', { TLS: 'local' }],
    ['PUBLIC_URL', 'http://box.lan', { TLS: 'local' }],
    ['TLS', 'local', { DOMAIN: 'chat.example.org' }],
  ])('refuse %s=%s together with %j', (name, value, beside) => {
    expect(() => readSettings({ ...beside, [name]: value })).toThrow(new RegExp(`^${name} .*"${value}"\\.$`));
  });

  it('listen on all addresses with TLS=local', () => {
    expect(readSettings({ TLS: 'local' })).toMatchObject({ port: 8443, host: '0.0.0.0', httpPort: 8080 });
  });

  it.each([
    [{ PORT: '9000' }, 'http://localhost:9000', 'http://127.0.0.1:9000'],
    [{ HOST: '0.0.0.0' }, 'http://localhost:8080', 'http://127.0.0.1:8080'],
    [{ HOST: '::1' }, 'http://localhost:8080', 'http://[::1]:8080'],
    [{ HOST: 'box.lan' }, 'http://box.lan:8080', 'http://box.lan:8080'],
    [{ TLS: 'local' }, 'http://localhost:8080', 'http://127.0.0.1:8080'],
    [{ TLS: 'local', HOST: '192.168.1.20' }, 'http://192.168.1.20:8080', 'http://192.168.1.20:8080'],
    [{ DOMAIN: 'Chat.example.org' }, 'https://chat.example.org', 'http://127.0.0.1:8080'],
    [{ PUBLIC_URL: 'https://chat.example.org/' }, 'https://chat.example.org', 'http://127.0.0.1:8080'],
  ])('derive the public and the local address from %j', (environment, told, reached) => {
    const settings = readSettings(environment);
    expect(settings.address).toBe(told);
    expect(reachableAt(settings)).toBe(reached);
  });
});
