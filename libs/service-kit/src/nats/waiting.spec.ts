import { createServer, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';
import { freePort } from '../testing/free-port';
import { startNatsServer } from '../testing/nats-server';
import { silentLogger } from '../process/logger';
import { connectNats } from './connection';
import { reportWaiting } from './waiting';

const soon = { firstMs: 1, repeatMs: 5 };
let ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends) end();
  ends = [];
});

/** Resolves with the first reports. */
function reports(url: string, count: number): Promise<string[]> {
  return new Promise((resolve) => {
    const heard: string[] = [];
    const warn = (message: string): void => {
      heard.push(message);
      if (heard.length === count) resolve(heard);
    };
    ends.push(reportWaiting({ url, logger: { warn }, times: soon }));
  });
}

describe('a process that waits for NATS', () => {
  it('says where nothing listens and what to do, and repeats it', async () => {
    const port = await freePort();
    const sentence = `Waiting for NATS at 127.0.0.1:${port}: nothing listens there. Start nats-server, or correct NATS_URL.`;
    expect(await reports(`nats://127.0.0.1:${port}`, 3)).toEqual([sentence, sentence, sentence]);
  });

  it('says that a name does not exist', async () => {
    expect((await reports('nats://nats.invalid', 1))[0]).toMatch(
      /^Waiting for NATS at nats\.invalid:4222: this name has no address/,
    );
  });

  it('says that something else listens', async () => {
    const other: Server = createServer((socket) => void socket.on('error', () => {}));
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    ends.push(() => other.close());
    const { port } = other.address() as AddressInfo;
    expect((await reports(`nats://127.0.0.1:${port}`, 1))[0]).toContain('does not let this process in');
  });

  it('does not repeat the password of the address', async () => {
    const port = await freePort();
    const [heard] = await reports(`nats://ada:secret@127.0.0.1:${port}`, 1);
    expect(heard).toContain(`NATS at 127.0.0.1:${port}:`);
    expect(heard).not.toMatch(/ada|secret/);
  });

  it('says no more once it is connected', async () => {
    const port = await freePort();
    const heard: string[] = [];
    const logger = { ...silentLogger, warn: (message: string) => void heard.push(message) };
    const connecting = connectNats({ process: 'auth', url: `nats://127.0.0.1:${port}`, logger, waiting: soon });
    while (heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await using server = await startNatsServer({ port });
    const nats = await connecting;
    const before = heard.length;
    await nats.flush();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard.length).toBe(before);
    await nats.close();
    expect(server.port).toBe(port);
  });
});
