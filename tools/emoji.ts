// Generates the emoji picker's data: a slim file from emojibase-data for each language of the web app.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageCodes } from '../apps/web/src/platform/language/languages';
import { slimmed, type Shortcodes, type SourceEmoji, type SourceGroup } from './emoji/slimmed';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: node --import tsx tools/emoji.ts <folder>\n');
  process.exit(2);
}

const packageFolder = join(import.meta.dirname, '..', 'node_modules', 'emojibase-data');
const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(packageFolder, ...path), 'utf8'));

// English shortcodes of other chats work in every language.
const shortcodes = read('en', 'shortcodes', 'github.json') as Shortcodes;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const code of languageCodes) {
  const source = existsSync(join(packageFolder, code)) ? code : 'en';
  const emojis = read(source, 'data.json') as SourceEmoji[];
  const { groups } = read(source, 'messages.json') as { readonly groups: SourceGroup[] };
  writeFileSync(join(folder, `${code}.json`), JSON.stringify(slimmed(emojis, groups, shortcodes)));
}
