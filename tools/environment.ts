// Generates .env.example and the table in docs/operating.md from the schemas that the processes validate their
// environment with. With --check it writes nothing and fails if a file is stale.
import { commonEnvironment } from '@devchitchat/service-kit';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gatewayEnvironment } from '../apps/gateway/src/environment/environment';
import { initEnvironment } from '../apps/init/src/environment';
import { messagingEnvironment } from '../apps/messaging/src/environment/environment';
import { signalingEnvironment } from '../apps/signaling/src/environment/environment';
import { environmentExample } from './environment/example';
import { withTable } from './environment/table';
import { variablesOf } from './environment/variables';

const root = join(import.meta.dirname, '..');
const read = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');

const made = {
  '.env.example': environmentExample(
    read('docker-compose.yml'),
    // In containers, init writes the relay's configuration, so its descriptions take precedence.
    variablesOf(initEnvironment, gatewayEnvironment, messagingEnvironment, signalingEnvironment),
  ),
  'docs/operating.md': withTable(
    read('docs/operating.md'),
    variablesOf(commonEnvironment, gatewayEnvironment, messagingEnvironment, signalingEnvironment),
  ),
};

for (const [path, text] of Object.entries(made)) {
  if (!process.argv.includes('--check')) {
    writeFileSync(join(root, path), text);
  } else if (read(path) !== text) {
    process.stderr.write(`${path} is stale. Run: node --import tsx tools/environment.ts\n`);
    process.exitCode = 1;
  }
}
