// Generates an export to import: node --import tsx tools/sample-export.ts <folder> [--messages 1000] [--people 24]
// [--channel workshop] [--seed 7]. The same arguments generate the same file.
import { parseArgs } from 'node:util';
import { writeSampleExport } from '../e2e/support/sample-export';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    messages: { type: 'string', default: '1000' },
    people: { type: 'string', default: '24' },
    channel: { type: 'string', default: 'workshop' },
    seed: { type: 'string', default: '7' },
  },
});
const [folder = 'sample-export'] = positionals;
const { channel } = values;
const [messages, people, seed] = [values.messages, values.people, values.seed].map(Number) as [number, number, number];
process.stdout.write(`${await writeSampleExport(folder, { channel, messages, people, seed })}\n`);
