import { expect, it } from '@jest/globals';
import { iceConfiguration } from './ice-configuration';

const relay = { urls: ['turn:relay:3478'], username: '1:u', credential: 'secret', expiresInSeconds: 60 };
const here = { host: 'chat.example.org', relayOnly: false };

it('looks for a way at this server and at its relay', () => {
  expect(iceConfiguration({ stunPort: 3478, relay }, here)).toEqual({
    iceServers: [
      { urls: 'stun:chat.example.org:3478' },
      { urls: ['turn:relay:3478'], username: '1:u', credential: 'secret' },
    ],
    bundlePolicy: 'max-bundle',
    iceTransportPolicy: 'all',
  });
});

it('asks nobody where this server has neither', () => {
  expect(iceConfiguration({ stunPort: null, relay: null }, here).iceServers).toEqual([]);
});

it('goes through the relay only, where one wants that', () => {
  expect(iceConfiguration({ stunPort: null, relay }, { ...here, relayOnly: true }).iceTransportPolicy).toBe('relay');
});
