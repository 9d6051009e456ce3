import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { subjects, type Health } from '@devchitchat/contracts';
import { connectNats, silentLogger } from '@devchitchat/service-kit';
import { startNatsServer, temporaryFolder } from '@devchitchat/service-kit/testing';
import { service } from './main';

it('stands on a file of its own and says that it is well', async () => {
  using folder = temporaryFolder();
  await using server = await startNatsServer();
  const running = await service.start({ DATA_DIR: folder.path, NATS_URL: server.url, LOG_LEVEL: 'silent' });
  const nats = await connectNats({ process: 'gateway', url: server.url, logger: silentLogger });

  const health = (await nats.request(subjects.health('diagnostics'))).json<Health>();
  expect(health).toMatchObject({ process: 'diagnostics', state: 'ok' });
  expect(existsSync(join(folder.path, 'diagnostics.sqlite'))).toBe(true);

  await nats.close();
  await running.stop();
});
