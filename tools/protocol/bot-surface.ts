import { botSurface } from '@devchitchat/contracts';

const row = (name: string, summary: string): string => `| \`${name}\` | ${summary.replaceAll('|', '\\|')} |`;

const table = (heading: string, words: readonly { name: string; summary: string }[]): string =>
  [`| ${heading} | |`, '| --- | --- |', ...words.map(({ name, summary }) => row(name, summary))].join('\n');

/** Generated contents of docs/bots.md, by the name of their mark. */
const lists: Readonly<Record<string, string>> = {
  commands: table('command', botSurface.commands),
  events: table(
    'event',
    botSurface.events.map(({ type, summary }) => ({ name: type, summary })),
  ),
  notices: table('notice', botSurface.notices),
};

/**
 * Returns docs/bots.md with regenerated lists of the commands, events and notices of bots.
 * @throws if a mark is missing
 */
export function withBotSurface(document: string): string {
  return Object.entries(lists).reduce((text, [name, list]) => {
    const marked = new RegExp(`(<!-- generated: ${name} -->\n)[^]*?(\n<!-- end -->)`);
    if (!marked.test(text)) throw new Error(`docs/bots.md has no mark for the generated ${name}.`);
    return text.replace(marked, (_all, begin: string, end: string) => `${begin}\n${list}\n${end}`);
  }, document);
}
