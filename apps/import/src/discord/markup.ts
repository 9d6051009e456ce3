import { mentionsIn } from '@devchitchat/message-text';
import type { ExportedPerson } from './export';
import { literally } from './literally';

/** The names that Discord's markup refers to. */
export interface Names {
  /** The handle that a person has here. */
  readonly handleOf: (id: string) => string | undefined;
  readonly channelName: (id: string) => string | undefined;
}

/**
 * Code, addresses, and then Discord's markup: people, channels, roles, commands, custom emoji, times. Whatever is found
 * first from left to right counts, so that code and addresses stay as they are. `\x60` is a backtick.
 */
const signs = [
  String.raw`\x60\x60\x60(?<block>[\s\S]+?)\x60\x60\x60`,
  String.raw`(?<code>(?<!\x60)(?<ticks>\x60{1,2})(?!\x60)[\s\S]+?(?<!\x60)\k<ticks>(?!\x60))`,
  String.raw`(?<address>\b[a-z][a-z0-9+.-]*:\/\/[^\s<>]+)`,
  String.raw`<@!?(?<person>\d+)>`,
  String.raw`<#(?<channel>\d+)>`,
  String.raw`(?<role><@&\d+>)`,
  String.raw`<\/(?<command>[^:<>\n]{1,100}):\d+>`,
  String.raw`<a?:(?<emoji>\w+):\d+>`,
  String.raw`<t:(?<time>-?\d{1,11})(?::[a-zA-Z])?>`,
];

/** Scripts that put no spaces between words. */
const unspaced = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => String.raw`\p{Script=${script}}`)
  .join('');

/**
 * The `@` of a named mention: not within a word or an address of mail, though it may follow a word without a space. It may
 * be in italics, or underlined: `_@sam_`, `__@sam__`.
 */
const nameStart = String.raw`(?<![\p{Lu}\p{Ll}\p{Lt}\p{N}@.+-]|[\p{L}\p{N}\p{M}@.+-]_{1,3})@`;

/** Not within a longer word, name or emoji, nor in an address of another service: `@sam@social.example`. */
const nameEnd = String.raw`(?!_{0,3}(?![${unspaced}])[\p{L}\p{N}\p{M}]|[\u200c\u200d\p{Emoji_Modifier}\p{Variation_Selector}]|[.@-]+[\p{L}\p{N}_])`;

/**
 * Replaces Discord's markup by text, and the names of mentioned people by their handles. The exporter writes `@nickname`
 * instead of an id unless told not to, and lists whom it means. Other words stay as they are.
 */
export function plain(content: string, mentions: readonly ExportedPerson[], { handleOf, channelName }: Names): string {
  if (!/[`<@:]/.test(content)) return content;
  const called = calledIn(mentions, handleOf);
  const longestFirst = [...called.keys()].sort((a, b) => b.length - a.length);
  const any = longestFirst.length > 0 ? signOrOneOf(longestFirst) : sign;
  return content.replace(any, (...found: unknown[]) => {
    const whole = found[0] as string;
    const groups = found.at(-1) as Record<string, string | undefined>;
    const { block, person, channel, role, command, emoji, time } = groups;
    const at = found.at(-3) as number;
    if (block !== undefined) return blockOf(block, content.slice(0, at), content.slice(at + whole.length));
    const handle = person === undefined ? called.get(groups['called'] ?? '') : handleOf(person);
    if (handle !== undefined) return apart(`@${handle}`, content.slice(0, at), content.slice(at + whole.length));
    if (channel !== undefined) return `#${channelName(channel) ?? 'channel'}`;
    if (role !== undefined) return '@role';
    if (command !== undefined) return `/${command}`;
    if (emoji !== undefined) return `:${emoji}:`;
    return time === undefined ? whole : momentOf(Number(time));
  });
}

/** The handles of the mentioned people, by the names that the message may call them. A name that two have means neither. */
function calledIn(mentions: readonly ExportedPerson[], handleOf: Names['handleOf']): ReadonlyMap<string, string> {
  const called = new Map<string, string>();
  const people = [...new Map(mentions.map((person) => [person.id, person])).values()];
  // The exporter prefers nicknames.
  for (const names of [people.map(({ nickname }) => nickname ?? ''), people.map((person) => person.name)]) {
    const before = new Set(called.keys());
    for (const [at, name] of names.entries()) {
      const id = people[at]?.id ?? '';
      const handle = handleOf(id);
      const isUnclear = names.some((other, another) => other === name && another !== at);
      if (name.trim() !== '' && handle !== undefined && !isUnclear && !before.has(name)) called.set(name, handle);
    }
  }
  return called;
}

// At most quadratic in the backticks of one message.
// eslint-disable-next-line regexp/no-super-linear-move -- as above
const sign = new RegExp(signs.join('|'), 'giu');

function signOrOneOf(names: readonly string[]): RegExp {
  // The other signs ignore the case; a name does not.
  const named = String.raw`${nameStart}(?<called>(?-i:${names.map(literally).join('|')}))${nameEnd}`;
  return new RegExp([...signs, named].join('|'), 'giu');
}

/** Keeps a mention apart from characters, and from other mentions, that would make it another one, or none. */
function apart(mention: string, before: string, after: string): string {
  const counts = (text: string): boolean => mentionsIn(text).handles.has(mention.slice(1).toLowerCase());
  const isApart = counts(`${before.slice(-2)}${mention}`);
  const endsHere = counts(`${mention}${after.slice(0, longestAfter)}`) && !/^<?@/.test(after);
  return `${isApart ? '' : ' '}${mention}${endsHere ? '' : ' '}`;
}

/** Enough characters after a name to tell whether it goes on: `@sam.social.example`. */
const longestAfter = 130;

/**
 * A code block with its marks on lines of their own, unless it is quoted. On Discord they may also be on lines with code.
 */
function blockOf(inside: string, before: string, after: string): string {
  if (/(?:^|\n)> [^\n]*$/.test(before)) return `\`\`\`${inside}\`\`\``;
  const found = /^([\w+#-]{0,20})[^\S\n]*\n([\s\S]*)$/.exec(inside);
  const [language, rest] = [found?.[1] ?? '', found?.[2] ?? inside];
  const code = rest.endsWith('\n') ? rest : `${rest}\n`;
  return `${/(?:^|\n)$/.test(before) ? '' : '\n'}\`\`\`${language}\n${code}\`\`\`${/^(?:\n|$)/.test(after) ? '' : '\n'}`;
}

/** "2019-05-19 11:19 UTC" */
export function momentOf(seconds: number): string {
  const date = new Date(seconds * 1_000);
  return Number.isNaN(date.getTime()) ? '' : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
