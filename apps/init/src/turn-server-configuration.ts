import type { InitEnvironment } from './environment';

export interface TurnServer extends Pick<InitEnvironment, 'TURN_HOST' | 'TURN_ADDRESS' | 'TURN_PORT'> {
  /** What signaling knows, too. */
  readonly secret: string;
}

/** UDP ports that are relayed from: one for each allocation. */
const relayPorts = { first: 49_152, last: 49_951 };

/**
 * Allocations of one person: nine links of a mesh of ten, six each where a browser tries UDP and TCP from three addresses of
 * its machine, and as many again while a link is made anew.
 */
const userQuota = 2 * 9 * 6;

/** What may be behind the box: nobody's calls go there, and a relay would be a way into it. */
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
  // The relay speaks IPv4, so all of IPv6 is refused, v4-mapped addresses too. Not from `::`, which coturn reads as "any",
  // and then refuses IPv4 as well.
  '::1-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
];

/**
 * The whole turnserver.conf of a relay that only our people use and that leads nowhere but to the other end of a call.
 * `undefined` where nobody said at which address it is.
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
    // What is relayed is encrypted from browser to browser; TLS around it would need certificates of its own.
    'no-tls',
    'no-dtls',
    'no-cli',
    'no-tcp-relay',
    'no-multicast-peers',
    ...denied.map((range) => `denied-peer-ip=${range}`),
    // Two people who are both relayed meet at the relay itself. This comes before what is denied.
    `allowed-peer-ip=${own}`,
    'log-file=stdout',
    'simple-log',
    'userdb=/tmp/turndb',
    'pidfile=/tmp/turnserver.pid',
  ];
  return `${lines.join('\n')}\n`;
}
