// Generates docs/protocol.md and the lists in docs/bots.md from libs/contracts. With --check it writes nothing and
// fails if a file is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { withBotSurface } from './protocol/bot-surface';
import { protocolDocument } from './protocol/document';

const pathOf = (name: string): string => join(import.meta.dirname, '..', 'docs', name);
const read = (name: string): string => readFileSync(pathOf(name), 'utf8');

const bots = await format(withBotSurface(read('bots.md')), {
  ...(await resolveConfig(pathOf('bots.md'))),
  parser: 'markdown',
});
const current = { 'protocol.md': protocolDocument(), 'bots.md': bots };

for (const [name, text] of Object.entries(current)) {
  if (!process.argv.includes('--check')) {
    writeFileSync(pathOf(name), text);
  } else if (read(name) !== text) {
    process.stderr.write(`docs/${name} is stale. Run: node --import tsx tools/protocol.ts\n`);
    process.exitCode = 1;
  }
}
