import { problemOf, variables } from './variables.mjs';

describe('the rule of a shared variable', () => {
  it.each([
    ['PORT', '0', 0],
    ['PORT', '65535', 65_535],
    ['HOST', '::1', '::1'],
    ['HOST', 'box.lan', 'box.lan'],
    ['NATS_URL', 'tls://nats.lan:4222', 'tls://nats.lan:4222'],
    ['PUBLIC_URL', 'https://Chat.example.org/', 'https://chat.example.org'],
    ['PUBLIC_URL', 'http://192.168.1.20:8080', 'http://192.168.1.20:8080'],
    ['DOMAIN', 'Chat.Example.org', 'chat.example.org'],
    ['DOMAIN', 'nas', 'nas'],
  ] as const)('reads %s=%s as %j', (name, text, value) => {
    expect(variables[name].parse(text)).toBe(value);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '1e3'],
    ['PORT', ' 80'],
    ['HOST', '999.1'],
    ['HOST', 'a..b'],
    ['NATS_URL', 'nats://'],
    ['PUBLIC_URL', 'https://chat.example.org/path'],
    ['PUBLIC_URL', 'https://chat.example.org?query'],
    ['PUBLIC_URL', 'https://someone@chat.example.org'],
    ['DOMAIN', 'chat.example.org:443'],
    ['DOMAIN', '::1'],
    ['TURN_PORT', '0'],
  ] as const)('refuses %s=%s', (name, text) => {
    expect(variables[name].parse(text)).toBeUndefined();
  });

  it.each(Object.entries(variables))('accepts the default of %s', (_name, variable) => {
    if (!('fallback' in variable)) return;
    expect(variable.parse(variable.fallback)).toBeDefined();
  });

  it('states the problem with the value', () => {
    expect(problemOf(variables.TLS, 'on')).toBe('must be off or local, not "on"');
  });

  it('repeats no password of an address', () => {
    const refusal = 'must look like nats://127.0.0.1:4222, not "nat://…@nats.lan:4222"';
    expect(problemOf(variables.NATS_URL, 'nat://bot:p@ss/word@nats.lan:4222')).toBe(refusal);
  });
});
