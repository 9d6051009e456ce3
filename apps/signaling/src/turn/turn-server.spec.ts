import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@devchitchat/service-kit/testing';
import { turnServerOf } from './turn-server.files';

const TURN_PORT = 3479;

it('there is no TURN server without an address, even with a secret', () => {
  expect(turnServerOf({ TURN_PORT, TURN_SECRET_FILE: '/nowhere' })).toBeNull();
});

it('the TURN server has the configured addresses', () => {
  const TURN_URLS = ['turn:relay.example.org:3478?transport=udp'];
  expect(turnServerOf({ TURN_PORT, TURN_URLS, TURN_SECRET: 'known to both' })).toEqual({
    urls: TURN_URLS,
    secret: 'known to both',
  });
});

it('the TURN server is used over UDP and TCP if only its host is configured, with the secret from a file', () => {
  using folder = temporaryFolder();
  const TURN_SECRET_FILE = join(folder.path, 'turn-secret');
  writeFileSync(TURN_SECRET_FILE, 'known to both\n');
  expect(turnServerOf({ TURN_PORT, TURN_HOST: '192.168.1.5', TURN_SECRET_FILE })).toEqual({
    urls: ['turn:192.168.1.5:3479?transport=udp', 'turn:192.168.1.5:3479?transport=tcp'],
    secret: 'known to both',
  });
});
