import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseNatsPort, refuseUnlessFree } from './ports.mjs';

describe('the ports of npm start', () => {
  let folder;
  let configuration;
  let taken;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ports-'));
    configuration = join(folder, 'nats-server.conf');
    taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
  });
  afterEach(() => {
    taken.close();
    rmSync(folder, { recursive: true });
  });

  it('refuse a PORT that another program uses', async () => {
    const { port } = taken.address();
    await expect(refuseUnlessFree({ host: '127.0.0.1', port })).rejects.toThrow(`PORT ${port} is taken`);
  });

  it('refuse a HOST that is not an address of this machine', async () => {
    await expect(refuseUnlessFree({ host: '192.0.2.1', port: 8080 })).rejects.toThrow('HOST 192.0.2.1 is not');
  });

  it('keep the port of nats-server across starts', async () => {
    const port = await chooseNatsPort(configuration);
    writeFileSync(configuration, `# comment\nlisten: "127.0.0.1:${port}"\n`);
    expect(await chooseNatsPort(configuration)).toBe(port);
  });

  it('choose another port for nats-server if its port is taken', async () => {
    writeFileSync(configuration, `listen: "127.0.0.1:${taken.address().port}"\n`);
    const port = await chooseNatsPort(configuration);
    expect(port).not.toBe(taken.address().port);
    expect(port).toBeGreaterThanOrEqual(20_000);
    expect(port).toBeLessThan(30_000);
  });
});
