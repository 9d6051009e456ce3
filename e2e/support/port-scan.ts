import { docker } from './docker';

/** Every program here listens far below; what lies above are the ends of outgoing connections. */
const lastPort = 10_240;

/** Ports tried at once on every address. */
const atOnce = 1_024;

/** How long an answer may take, in milliseconds. What is kept out says nothing, so this is waited for each time. */
const answerTimeoutMs = 1_500;

/** Runs in a container, and is text because of that. */
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

/** What answers to TCP, as `address:port`, when it is tried from a container of `image` in `network`. */
export async function openTcpPorts(addresses: readonly string[], image: string, network: string): Promise<string[]> {
  const printed = await docker('run', '--rm', '--network', network, image, 'node', '-e', script(addresses));
  return JSON.parse(printed) as string[];
}
