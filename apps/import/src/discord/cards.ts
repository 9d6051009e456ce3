import type { ExportedBody, ExportedCard, ExportedMessage } from './export';
import { momentOf } from './markup';

/** Replaces Discord's markup in a text by words. */
type Plain = (text: string) => string;

/** Everything of a message except its words, as lines of text. */
export const besides = ({ content, embeds, stickers, attachments }: ExportedBody, plain: Plain): readonly string[] => [
  ...embeds.filter((card) => !isPreview(card, content)).map((card) => quoted(cardText(card, plain))),
  ...stickers.map(({ name, sourceUrl }) => `Sticker: ${linked(withoutMarks(name), sourceUrl)}`),
  ...attachments.map(({ fileName, url, fileSizeBytes }) => {
    const size = typeof fileSizeBytes === 'number' ? `, ${sizeOf(fileSizeBytes)}` : '';
    return `📎 ${linked(withoutMarks(fileName), url)}${size}`;
  }),
];

/** Every line as a quote; empty for an empty text. */
export const quoted = (text: string): string => (text.trim() === '' ? '' : text.replace(/^/gm, '> '));

/** A link preview repeats the linked page. A card with fields has content of its own. */
const isPreview = ({ url, fields }: ExportedCard, content: string): boolean =>
  url !== '' && fields.length === 0 && content.includes(url);

function cardText(card: ExportedCard, plain: Plain): string {
  const { author, title, url, description, fields, footer, timestamp, thumbnail, image, images, video } = card;
  const pictures = [thumbnail, image, ...images].flatMap((each) => (each && each.url !== '' ? [each.url] : []));
  const said = Date.parse(timestamp ?? '');
  const moment = Number.isNaN(said) ? '' : momentOf(said / 1_000);
  const clip = video?.url ?? '';
  return [
    author ? linked(withoutMarks(author.name), author.url) : '',
    url === '' && title !== '' ? `**${plain(title).trim()}**` : linked(plain(title), url),
    plain(description),
    ...fields.map(({ name, value }) => fieldText(plain(name).trim(), plain(value))),
    ...[...new Set(pictures)].map((address) => (isAddress(address) ? linkTo('image', address) : fileIn(address))),
    isAddress(clip) && clip !== url ? linkTo('video', clip) : '',
    [footer?.text ?? '', moment].filter(Boolean).join(' · '),
  ]
    .filter((line) => line.trim() !== '')
    .join('\n');
}

function fieldText(name: string, value: string): string {
  if (name === '' || name === '\u200b') return value;
  return value.includes('\n') ? `**${name}**\n${value}` : `**${name}**: ${value}`;
}

export const pollText = ({ question, answers }: NonNullable<ExportedMessage['poll']>, plain: Plain): string =>
  [
    question.trim() === '' ? '**Poll**' : `**Poll: ${plain(question).trim()}**`,
    ...answers.map(({ text, emoji }) => `- ${[emoji, plain(text)].filter(Boolean).join(' ')}`),
  ].join('\n');

/** A file that was exported together with its channel. It is named, because it has no address that others could open. */
const fileIn = (path: string): string => `📎 ${withoutMarks(path.split(/[\\/]/).at(-1) ?? path)}`;

/** A name with its marks of Markdown and its `@` escaped: "__init__.py", "@everyone.png". */
const withoutMarks = (name: string): string =>
  name.replace(/[\\`*~|[\]@]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\$&`);

const linked = (text: string, url: string): string => {
  if (!isAddress(url)) return text;
  return linkTo(text.trim() === '' ? url : text, url);
};

const isAddress = (url: string): boolean => /^https?:\/\//.test(url);

const linkTo = (name: string, url: string): string =>
  `[${name.replace(/\\?([[\]])/g, String.raw`\$1`).replaceAll('\n', ' ')}](${url.replace(/[\s()<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)})`;

/** "312 kB" */
function sizeOf(bytes: number): string {
  if (bytes < 1_000_000) return `${String(Math.max(1, Math.round(bytes / 1_000)))} kB`;
  return `${String(Math.round(bytes / 100_000) / 10)} MB`;
}
