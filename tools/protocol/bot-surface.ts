import { botSurface } from '@devchitchat/contracts';

const row = (name: string, summary: string): string => `| \`${name}\` | ${summary.replaceAll('|', '\\|')} |`;

const table = (heading: string, words: readonly { name: string; summary: string }[]): string =>
  [`| ${heading} | |`, '| --- | --- |', ...words.map(({ name, summary }) => row(name, summary))].join('\n');

/** What stands between the marks of docs/bots.md, by the name of the mark. */
const lists: Readonly<Record<string, string>> = {
  commands: table('command', botSurface.commands),
  events: table(
    'event',
    botSurface.events.map(({ type, summary }) => ({ name: type, summary })),
  ),
  notices: table('notice', botSurface.notices),
};

/** docs/bots.md with the lists of what a bot may say and hear, as the contracts have them. */
export function withBotSurface(document: string): string {
  return Object.entries(lists).reduce((text, [name, list]) => {
    const marked = new RegExp(`(<!-- generated: ${name} -->\n)[^]*?(\n<!-- end -->)`);
    if (!marked.test(text)) throw new Error(`docs/bots.md has no place for the generated ${name}.`);
    return text.replace(marked, (_all, begin: string, end: string) => `${begin}\n${list}\n${end}`);
  }, document);
}
