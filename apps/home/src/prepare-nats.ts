// Creates or completes the NATS keys, credentials and configuration in DATA_DIR/nats. nats-server listens on NATS_LISTEN
// (host:port).
import { join } from 'node:path';
import { ensureNatsKeys } from '@devchitchat/nats-keys';
import { isStartRefusal, refusedToStart } from '@devchitchat/service-kit/owned-files';

const { DATA_DIR, NATS_LISTEN } = process.env;

try {
  await ensureNatsKeys(join(DATA_DIR || '.data', 'nats'), { listen: NATS_LISTEN || '127.0.0.1:4222' });
} catch (error) {
  if (!isStartRefusal(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = refusedToStart;
}
