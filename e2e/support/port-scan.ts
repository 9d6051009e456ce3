import { docker } from './docker';

/** Our programs listen far below this port; higher ones belong to outgoing connections. */
const lastPort = 10_240;

/** Ports tried at once on each address. */
const atOnce = 1_024;

/** Timeout for an answer, in milliseconds. Blocked ports never answer, so every batch takes this long. */
const answerTimeoutMs = 1_500;

/** Source text that runs in a container. */
const script = (addresses: readonly string[]) => `
  const { connect } = require('node:net');
  const { setTimeout: wait } = require('node:timers/promises');
  (async () => {
    const open = [];
    for (let first = 1; first <= ${lastPort}; first += ${atOnce}) {
      const sockets = [];
      for (const host of ${JSON.stringify(addresses)}) {
        for (let port = first; port < first + ${atOnce}; port++) {
          const socket = connect({ host, port });
          sockets.push(socket.on('error', () => {}).on('connect', () => open.push(host + ':' + port)));
        }
      }
      await wait(${answerTimeoutMs});
      for (const socket of sockets) socket.destroy();
    }
    console.log(JSON.stringify(open));
  })();
`;

/** Returns every `address:port` that accepts TCP connections from a container of `image` in `network`. */
export async function openTcpPorts(addresses: readonly string[], image: string, network: string): Promise<string[]> {
  const printed = await docker('run', '--rm', '--network', network, image, 'node', '-e', script(addresses));
  return JSON.parse(printed) as string[];
}
