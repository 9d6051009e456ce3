import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { heartbeatIntervalMs } from './heartbeat';
import { keepHeartbeatFile } from './heartbeat-file';
import { createLogger } from '../process/logger';
import { connectNats } from '../nats/connection';
import { startNatsServer, temporaryFolder } from '../testing';

const logger = createLogger('auth', 'silent');

it('is written while the process is well, and no more once its probe fails or NATS is away', async () => {
  using folder = temporaryFolder();
  const server = await startNatsServer();
  const nats = await connectNats({ process: 'auth', url: server.url, logger });
  const file = join(folder.path, 'heartbeat');
  let well = true;
  const stop = keepHeartbeatFile({
    file,
    nats,
    probe: () => {
      if (!well) throw new Error('unwell');
    },
  });
  const isWrittenAgain = async () => {
    rmSync(file, { force: true });
    await wait(heartbeatIntervalMs + 500);
    return existsSync(file);
  };

  expect(await isWrittenAgain()).toBe(true);
  well = false;
  expect(await isWrittenAgain()).toBe(false);
  well = true;
  await server[Symbol.asyncDispose]();
  expect(await isWrittenAgain()).toBe(false);
  stop();
  await nats.close();
}, 20_000);
