import type { InitEnvironment } from './environment';

export interface TurnServer extends Pick<InitEnvironment, 'TURN_HOST' | 'TURN_ADDRESS' | 'TURN_PORT'> {
  /** The secret shared with signaling. */
  readonly secret: string;
}

/** UDP ports of the relay, one per allocation. */
const relayPorts = { first: 49_152, last: 49_951 };

/**
 * Allocations per user: nine links of a mesh of ten, six each where a browser tries UDP and TCP from three addresses of its
 * machine, and as many again while a link is re-established.
 */
const userQuota = 2 * 9 * 6;

/** Networks that may lie behind the server: no calls go there, and a relay would be a way in. */
const denied = [
  '0.0.0.0-0.255.255.255',
  '10.0.0.0-10.255.255.255',
  '100.64.0.0-100.127.255.255',
  '127.0.0.0-127.255.255.255',
  '169.254.0.0-169.254.255.255',
  '172.16.0.0-172.31.255.255',
  '192.0.0.0-192.0.0.255',
  '192.0.2.0-192.0.2.255',
  '192.88.99.0-192.88.99.255',
  '192.168.0.0-192.168.255.255',
  '198.18.0.0-198.19.255.255',
  '198.51.100.0-198.51.100.255',
  '203.0.113.0-203.0.113.255',
  '224.0.0.0-255.255.255.255',
  // The relay uses IPv4, so all of IPv6 is refused, v4-mapped addresses included. Not from `::`, which coturn reads as
  // "any" and then refuses IPv4 as well.
  '::1-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
];

/**
 * The complete turnserver.conf of a relay that only this server's users can use and that relays only to other call
 * participants. `undefined` if its address is not configured.
 */
export function turnServerConfiguration(server: TurnServer): string | undefined {
  const { TURN_HOST: host, TURN_ADDRESS: own = host, TURN_PORT: port, secret } = server;
  if (host === undefined || own === undefined) return undefined;
  const lines = [
    '# Written anew on every start: changes made here are lost.',
    `listening-ip=${own}`,
    `listening-port=${port}`,
    `relay-ip=${own}`,
    ...(own === host ? [] : [`external-ip=${host}/${own}`]),
    `min-port=${relayPorts.first}`,
    `max-port=${relayPorts.last}`,
    'realm=devchitchat',
    'use-auth-secret',
    `static-auth-secret=${secret}`,
    'fingerprint',
    'stale-nonce=600',
    `user-quota=${userQuota}`,
    `total-quota=${relayPorts.last - relayPorts.first + 1}`,
    // Relayed media is encrypted between browsers; TLS around it would need additional certificates.
    'no-tls',
    'no-dtls',
    'no-cli',
    'no-tcp-relay',
    'no-multicast-peers',
    ...denied.map((range) => `denied-peer-ip=${range}`),
    // Two relayed peers connect at the relay itself. This precedes the denied networks.
    `allowed-peer-ip=${own}`,
    'log-file=stdout',
    'simple-log',
    'userdb=/tmp/turndb',
    'pidfile=/tmp/turnserver.pid',
  ];
  return `${lines.join('\n')}\n`;
}
