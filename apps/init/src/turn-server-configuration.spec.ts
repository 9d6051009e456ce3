import { turnServerConfiguration } from './turn-server-configuration';

const server = { TURN_HOST: '192.168.1.5', TURN_PORT: 3479, secret: 'drawn' } as const;
const linesOf = (text: string | undefined) => text?.split('\n') ?? [];

describe('the configuration of the relay', () => {
  it("is undefined if the relay's address is not configured", () => {
    expect(turnServerConfiguration({ TURN_PORT: 3479, secret: 'drawn' })).toBeUndefined();
  });

  it('requires the secret and relays to no address but its own', () => {
    const lines = linesOf(turnServerConfiguration(server));
    expect(lines).toEqual(expect.arrayContaining(['use-auth-secret', 'static-auth-secret=drawn']));
    expect(lines.filter((line) => line.startsWith('allowed-peer-ip='))).toEqual(['allowed-peer-ip=192.168.1.5']);
    expect(lines).toContain('denied-peer-ip=192.168.0.0-192.168.255.255');
  });

  it("relays from the machine's address and announces the router's", () => {
    const lines = linesOf(
      turnServerConfiguration({ ...server, TURN_HOST: '203.0.114.7', TURN_ADDRESS: '192.168.1.5' }),
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        'listening-ip=192.168.1.5',
        'relay-ip=192.168.1.5',
        'external-ip=203.0.114.7/192.168.1.5',
        'allowed-peer-ip=192.168.1.5',
      ]),
    );
  });

  it('has room for ten people in one call', () => {
    const lines = linesOf(turnServerConfiguration(server));
    const quota = (name: string) => Number(lines.find((line) => line.startsWith(`${name}=`))?.split('=')[1]);
    expect(quota('user-quota')).toBeGreaterThanOrEqual(54);
    expect(quota('total-quota')).toBeGreaterThanOrEqual(540);
    expect(quota('max-port') - quota('min-port') + 1).toBeGreaterThanOrEqual(quota('total-quota'));
  });
});
