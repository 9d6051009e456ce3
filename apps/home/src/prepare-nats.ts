// Makes the NATS keys, credentials and configuration in DATA_DIR/nats, or completes them, and ends. nats-server listens on
// NATS_LISTEN (host:port).
import { join } from 'node:path';
import { ensureNatsKeys } from '@devchitchat/nats-keys';

const { DATA_DIR, NATS_LISTEN } = process.env;

await ensureNatsKeys(join(DATA_DIR || '.data', 'nats'), { listen: NATS_LISTEN || '127.0.0.1:4222' });
