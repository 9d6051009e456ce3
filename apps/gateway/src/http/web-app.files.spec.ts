import { once } from 'node:events';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { temporaryFolder } from '@devchitchat/service-kit/testing';
import { webApp } from './web-app.files';

const script = 'console.log(1);'.repeat(400_000);

let folder: ReturnType<typeof temporaryFolder>;
let server: Server;
let port: number;

beforeEach(async () => {
  folder = temporaryFolder();
  writeFileSync(join(folder.path, 'index.html'), 'the first version');
  writeFileSync(join(folder.path, 'main-ABCD1234.js'), script);
  const files = webApp(folder.path);
  server = createServer((request, response) => files(request, response, () => response.writeHead(404).end()));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
  folder[Symbol.dispose]();
});

const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`, { headers: { connection: 'close' } });
const openFiles = () => readdirSync('/proc/self/fd').length;

/** Resets the connection when the first bytes of the answer arrive. */
async function abortDownload(): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write('GET /main-ABCD1234.js HTTP/1.1\r\nHost: x\r\n\r\n');
  await once(socket, 'data');
  socket.resetAndDestroy();
  await once(socket, 'close');
}

async function openConnections(): Promise<number> {
  return new Promise((resolve, reject) =>
    server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );
}

describe('webApp', () => {
  it('leaks no file descriptors in 500 aborted downloads', async () => {
    await abortDownload();
    const settled = async () => {
      while ((await openConnections()) > 0) await delay(5);
      return openFiles();
    };
    const before = await settled();
    for (let count = 0; count < 500; count++) await abortDownload();
    expect(await settled()).toBeLessThanOrEqual(before);
  });

  it('serves a file that was deleted after the start', async () => {
    rmSync(join(folder.path, 'main-ABCD1234.js'));
    const response = await get('/main-ABCD1234.js');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(script);
  });

  it('serves a single version when a build replaces the files after the start', async () => {
    writeFileSync(join(folder.path, 'index.html'), 'the second version');
    writeFileSync(join(folder.path, 'main-WXYZ6789.js'), script);
    expect(await (await get('/')).text()).toBe('the first version');
    expect((await get('/main-WXYZ6789.js')).status).toBe(404);
    expect((await get('/main-ABCD1234.js')).status).toBe(200);
  });
});
