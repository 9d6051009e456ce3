// Writes docs/protocol.md from libs/contracts. With --check it writes nothing, and fails when the file is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { protocolDocument } from './protocol/document';

const path = join(import.meta.dirname, '..', 'docs', 'protocol.md');
const current = protocolDocument();

if (!process.argv.includes('--check')) {
  writeFileSync(path, current);
} else if (readFileSync(path, 'utf8') !== current) {
  process.stderr.write('docs/protocol.md is stale. Run: node --import tsx tools/protocol.ts\n');
  process.exitCode = 1;
}
