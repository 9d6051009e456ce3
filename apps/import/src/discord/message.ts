import { emoji, limits, utf8Length, type ImportedMessage } from '@devchitchat/contracts';
import type { ExportedMessage } from './export';

/** The parts of the export that a message refers to. */
export interface Surroundings {
  /** The handle that a person has here. */
  readonly handleOf: (id: string) => string | undefined;
  readonly channelName: (id: string) => string | undefined;
  /** The author of a message of this channel. */
  readonly authorOf: (messageId: string) => string | undefined;
  /** Whether a message is among the pins that the room can hold. */
  readonly isPinned: (messageId: string) => boolean;
}

/** Converts an exported message: to several if it exceeds the maximum length, to none if it has nothing to show. */
export function messagesFor(exported: ExportedMessage, surroundings: Surroundings): readonly ImportedMessage[] {
  const { id, author, timestamp, timestampEdited, reference } = exported;
  const { known, noted } = reactionsIn(exported);
  const repliedTo = reference?.messageId ?? undefined;
  const repliedToAuthor = repliedTo === undefined ? undefined : surroundings.authorOf(repliedTo);
  const said = { authorId: author.id, saidAt: Date.parse(timestamp) };
  const edited = timestampEdited ? { editedAt: Date.parse(timestampEdited) } : {};
  return inPieces(textOf(exported, surroundings, noted)).map((text, at) =>
    at > 0
      ? { ...said, ...edited, id: `${id}_${String(at + 1)}`, text, reactions: [], pinned: false }
      : {
          ...said,
          ...edited,
          id,
          text,
          ...(repliedTo !== undefined &&
            repliedToAuthor !== undefined && { replyTo: { id: repliedTo, authorId: repliedToAuthor } }),
          reactions: known,
          pinned: surroundings.isPinned(id),
        },
  );
}

interface Reactions {
  /** Reactions whose users are known. */
  readonly known: ImportedMessage['reactions'];
  /** The other reactions, as text. */
  readonly noted: readonly string[];
}

function reactionsIn({ reactions }: ExportedMessage): Reactions {
  const known: ImportedMessage['reactions'] = [];
  const noted: string[] = [];
  for (const { emoji: put, count, users = [] } of reactions) {
    const unicode = put.id ? undefined : unicodeOf(put.name);
    if (unicode !== undefined && users.length > 0)
      known.push(...users.map(({ id }) => ({ authorId: id, emoji: unicode })));
    else noted.push(`${unicode ?? `:${put.name}:`} ${String(count)}`);
  }
  return { known, noted };
}

/** The emoji in its recommended form: some are exported without the variation selector that makes them colourful. */
const unicodeOf = (name: string): string | undefined =>
  [name, `${name}\ufe0f`].find((candidate) => emoji.safeParse(candidate).success);

function textOf(exported: ExportedMessage, surroundings: Surroundings, notedReactions: readonly string[]): string {
  const { content, attachments, embeds, stickers, forwardedMessage } = exported;
  const quoted = (text: string) => text.replace(/^/gm, '> ');
  return [
    plain(content, exported, surroundings),
    ...(forwardedMessage ? [`Forwarded:\n${quoted(forwardedMessage.content)}`] : []),
    // Link previews repeat the linked page and are skipped; embeds of programs hold content of their own.
    ...embeds
      .filter(({ url }) => !url || !content.includes(url))
      .map(({ title, url, description }) => {
        const heading = title && (url ? linkTo(title, url) : `**${title}**`);
        return quoted([heading, description].filter(Boolean).join('\n'));
      })
      .filter((card) => card !== '> '),
    ...stickers.map(({ name }) => `Sticker: ${name}`),
    ...attachments.map(({ fileName, url, fileSizeBytes }) => {
      const size = fileSizeBytes === undefined ? '' : `, ${sizeOf(fileSizeBytes)}`;
      return `📎 ${/^https?:/.test(url) ? linkTo(fileName, url) : fileName}${size}`;
    }),
    ...(notedReactions.length > 0 ? [`*Reactions: ${notedReactions.join(', ')}*`] : []),
  ]
    .filter((part) => part.trim() !== '')
    .join('\n');
}

/** Replaces Discord's markup for people, channels, times and custom emoji by text. */
function plain(content: string, { mentions }: ExportedMessage, { handleOf, channelName }: Surroundings): string {
  // The exporter replaces ids by names unless told not to.
  const named = new Map<string, string>();
  for (const { id, name, nickname } of mentions) {
    const handle = handleOf(id);
    if (handle !== undefined) for (const called of [name, nickname]) if (called) named.set(`@${called}`, `@${handle}`);
  }
  return content
    .replace(mentionsOf([...named.keys()]), (whole, id?: string) => {
      if (id === undefined) return named.get(whole) ?? whole;
      const handle = handleOf(id);
      return handle === undefined ? whole : `@${handle}`;
    })
    .replace(/<#(\d+)>/g, (_whole, id: string) => `#${channelName(id) ?? 'channel'}`)
    .replace(/<@&\d+>/g, '@role')
    .replace(/<a?:(\w+):\d+>/g, ':$1:')
    .replace(/<t:(-?\d{1,11})(?::[a-zA-Z])?>/g, (_whole, seconds: string) => momentOf(Number(seconds)));
}

/** Matches a user id or one of these names: longest first and in one pass, so that no handle is taken for a name. */
function mentionsOf(names: readonly string[]): RegExp {
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const literally = longestFirst.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(['<@!?(\\d+)>', ...literally].join('|'), 'g');
}

/** "2019-05-19 11:19 UTC" */
const momentOf = (seconds: number): string => {
  const date = new Date(seconds * 1_000);
  return Number.isNaN(date.getTime()) ? '' : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
};

const linkTo = (name: string, url: string): string =>
  `[${name.replace(/[[\]\n]/g, ' ')}](${url.replace(/[\s()<>]/g, encodeURIComponent).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))})`;

/** "312 kB" */
function sizeOf(bytes: number): string {
  if (bytes < 1_000_000) return `${String(Math.max(1, Math.round(bytes / 1_000)))} kB`;
  return `${String(Math.round(bytes / 100_000) / 10)} MB`;
}

/** Splits a text into pieces that each fit into a message, at the end of a line or word if possible. */
function inPieces(text: string): readonly string[] {
  if (utf8Length(text) <= limits.messageBytes) return text.trim() === '' ? [] : [text];
  // No character takes more than four bytes, and none outside ASCII takes less than its share of them.
  let end = Math.min(text.length, limits.messageBytes);
  while (utf8Length(text.slice(0, end)) > limits.messageBytes) end = Math.floor(end * 0.9);
  const [line, word] = [text.lastIndexOf('\n', end), text.lastIndexOf(' ', end)];
  // Never splits a surrogate pair.
  const whole = /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end;
  const cut = line > end / 2 ? line : word > end / 2 ? word : whole;
  return [...inPieces(text.slice(0, cut)), ...inPieces(text.slice(cut).trimStart())];
}
