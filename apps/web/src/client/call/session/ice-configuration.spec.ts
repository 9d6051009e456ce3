import { expect, it } from '@jest/globals';
import { iceConfiguration } from './ice-configuration';

const relay = { urls: ['turn:relay:3478'], username: '1:u', credential: 'secret', expiresInSeconds: 60 };
const here = { host: 'chat.example.org', relayOnly: false };

it('ICE uses this server’s STUN and TURN', () => {
  expect(iceConfiguration({ stunPort: 3478, relay }, here)).toEqual({
    iceServers: [
      { urls: 'stun:chat.example.org:3478' },
      { urls: ['turn:relay:3478'], username: '1:u', credential: 'secret' },
    ],
    bundlePolicy: 'max-bundle',
    iceTransportPolicy: 'all',
  });
});

it('ICE uses no server where this one has neither STUN nor TURN', () => {
  expect(iceConfiguration({ stunPort: null, relay: null }, here).iceServers).toEqual([]);
});

it('ICE uses only the relay when the user chose that', () => {
  expect(iceConfiguration({ stunPort: null, relay }, { ...here, relayOnly: true }).iceTransportPolicy).toBe('relay');
});
