// Writes a .br and a .gz beside each file of a built web app that shrinks, so that the gateway compresses nothing.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node tools/precompress.mjs <folder of a built web app>');
  process.exit(2);
}

const shrinks = /\.(css|html|js|json|svg|txt|webmanifest)$/;
/** Smallest size worth compressing, in bytes: smaller files fit into one network packet anyway. */
const worthIt = 1_400;

for (const name of readdirSync(folder, { recursive: true })) {
  if (!shrinks.test(name)) continue;
  const content = readFileSync(join(folder, name));
  if (content.length < worthIt) continue;
  const size = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content, { params: size }));
  writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
}
