import { readEnvironment } from '@devchitchat/service-kit';
import { gatewayEnvironment } from './environment';

const read = (variables: Record<string, string>) => readEnvironment(gatewayEnvironment, variables);

describe("the gateway's environment", () => {
  it('has defaults for everything', () => {
    expect(read({})).toMatchObject({ PORT: 8080, HOST: '127.0.0.1', RATE_LIMIT_FACTOR: 1 });
    expect(read({}).PUBLIC_URL).toBeUndefined();
    expect(read({}).WEB_DIR).toMatch(/\/web\/browser$/);
  });

  it('reads the variables that are set', () => {
    expect(read({ PORT: '9000', RATE_LIMIT_FACTOR: '0.5', PUBLIC_URL: 'https://chat.example/' })).toMatchObject({
      PORT: 9000,
      RATE_LIMIT_FACTOR: 0.5,
      PUBLIC_URL: 'https://chat.example',
    });
  });

  it('listens to the network, on two ports, with TLS', () => {
    expect(read({ TLS: 'local', TLS_NAMES: 'nas, box.lan,' })).toMatchObject({
      PORT: 8443,
      HTTP_PORT: 8080,
      HOST: '0.0.0.0',
      TLS_NAMES: ['nas', 'box.lan'],
    });
    expect(read({ TLS: 'local', PORT: '443', HOST: '127.0.0.1' })).toMatchObject({ PORT: 443, HOST: '127.0.0.1' });
  });

  it('derives its public URL from its domain', () => {
    expect(read({ DOMAIN: 'chat.example.org' })).toMatchObject({ PUBLIC_URL: 'https://chat.example.org', TLS: 'off' });
    expect(read({ DOMAIN: 'chat.example.org', PUBLIC_URL: 'https://c.example' }).PUBLIC_URL).toBe('https://c.example');
  });

  it('trusts only the configured proxies', () => {
    expect(read({}).TRUST_PROXY).toEqual([]);
    expect(read({ TRUST_PROXY: 'loopback, 10.0.0.0/8,fd00::1' }).TRUST_PROXY).toEqual([
      'loopback',
      '10.0.0.0/8',
      'fd00::1',
    ]);
  });

  it.each([
    [{ TLS: 'local', DOMAIN: 'chat.example.org' }, 'TLS must be off when DOMAIN is set'],
    [{ TLS: 'local', PUBLIC_URL: 'http://box.lan' }, 'PUBLIC_URL must begin with https:// when TLS is local'],
    [{ TLS: 'local', HTTP_PORT: '8443' }, 'HTTP_PORT must differ from PORT'],
  ])('refuses %j', (variables, sentence) => {
    expect(() => read(variables)).toThrow(sentence);
  });

  it.each([
    ['TLS', 'on', 'TLS must be off or local'],
    ['TLS_NAMES', 'box.lan,http://x', 'TLS_NAMES is not a list of host names and addresses'],
    ['DOMAIN', 'https://chat.example.org', 'DOMAIN must look like chat.example.org'],
    ['TRUST_PROXY', 'everybody', 'TRUST_PROXY is not a list of addresses'],
    ['TRUST_PROXY', '10.0.0.0/99', 'TRUST_PROXY is not a list of addresses'],
    ['PORT', 'eighty', 'PORT must be a number from 0 to 65535'],
    ['PORT', '80.5', 'PORT must be a number from 0 to 65535'],
    ['PORT', '-1', 'PORT must be a number from 0 to 65535'],
    ['PORT', '65536', 'PORT must be a number from 0 to 65535'],
    ['PUBLIC_URL', 'chat.example', 'PUBLIC_URL must look like https://chat.example.org'],
    ['PUBLIC_URL', 'javascript:alert(1)', 'PUBLIC_URL must look like https://chat.example.org'],
    ['RATE_LIMIT_FACTOR', '0', 'RATE_LIMIT_FACTOR is not above 0'],
    ['RATE_LIMIT_FACTOR', 'fast', 'RATE_LIMIT_FACTOR is not a number'],
  ])('names %s when it is %s', (name, value, sentence) => {
    expect(() => read({ [name]: value })).toThrow(sentence);
  });
});
