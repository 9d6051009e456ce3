import { readEnvironment } from '@devchitchat/service-kit';
import { signalingEnvironment } from './environment';

const read = (variables: NodeJS.ProcessEnv) => readEnvironment(signalingEnvironment, variables);
const secret = 'sixteen letters!';

it('the defaults answer STUN on the usual port and have no relay', () => {
  expect(read({})).toMatchObject({ HOST: '127.0.0.1', STUN_PORT: 3478, TURN_TTL_SECONDS: 3600 });
  expect(read({})).not.toHaveProperty('TURN_URLS');
});

it.each(['off', '0'])('has no STUN responder when the port is %s', (STUN_PORT) => {
  expect(read({ STUN_PORT }).STUN_PORT).toBeNull();
});

it('several addresses of a TURN server are allowed', () => {
  const TURN_URLS = 'turn:relay.example.org:3478?transport=udp, turns:relay.example.org:5349';
  expect(read({ TURN_URLS, TURN_SECRET: secret }).TURN_URLS).toEqual([
    'turn:relay.example.org:3478?transport=udp',
    'turns:relay.example.org:5349',
  ]);
});

it('a secret file needs no address, because in a container it always exists', () => {
  expect(read({ TURN_SECRET_FILE: '/data/turn-secret' }).TURN_SECRET_FILE).toBe('/data/turn-secret');
});

it.each([
  [{ TURN_URLS: 'turn:relay.example.org' }, /TURN_URLS and TURN_SECRET need each other/],
  [{ TURN_SECRET: secret }, /TURN_URLS and TURN_SECRET need each other/],
  [{ TURN_HOST: '192.168.1.5' }, /TURN_URLS and TURN_SECRET need each other/],
  [{ TURN_HOST: 'a', TURN_URLS: 'turn:a', TURN_SECRET: secret }, /TURN_HOST and TURN_URLS exclude each other/],
  [{ TURN_HOST: 'turn:relay.example.org', TURN_SECRET: secret }, /TURN_HOST is neither a name nor/],
  [{ TURN_URLS: 'https://relay.example.org', TURN_SECRET: secret }, /TURN_URLS.* is not a turn: or turns: address/],
  [{ TURN_URLS: 'turn:relay.example.org', TURN_SECRET: 'short' }, /TURN_SECRET is shorter/],
  [{ TURN_TTL_SECONDS: '86400' }, /TURN_TTL_SECONDS is above 3600/],
  [{ TURN_TTL_SECONDS: '60' }, /TURN_TTL_SECONDS is below 600/],
  [{ STUN_PORT: '70000' }, /STUN_PORT/],
] as const)('names what is wrong in %j', (variables, message) => {
  expect(() => read(variables)).toThrow(message);
});
