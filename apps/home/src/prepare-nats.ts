// `node prepare-nats.js <folder> <host:port>` creates or completes the NATS keys, credentials and configuration in the folder,
// for a nats-server that listens there.
import { ensureNatsKeys } from '@devchitchat/nats-keys';
import { isStartRefusal, refusedToStart } from '@devchitchat/service-kit/owned-files';

const [folder, listen] = process.argv.slice(2);

try {
  if (folder === undefined || listen === undefined) throw new Error('usage: prepare-nats <folder> <host:port>');
  await ensureNatsKeys(folder, { listen });
} catch (error) {
  if (!isStartRefusal(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = refusedToStart;
}
