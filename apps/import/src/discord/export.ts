import { z } from 'zod';

const maxSnowflake = 2n ** 64n;

/** A Discord id: digits of a number of 64 bits. */
const snowflake = z
  .string()
  .regex(/^(?:0|[1-9]\d{0,19})$/, 'is not an id')
  .refine((digits) => BigInt(digits) < maxSnowflake, 'is not an id');
const time = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'is not a time');
const noText = (text: string | null | undefined) => text ?? '';
const text = z.string().nullish().transform(noText);
const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

const person = z.object({
  id: snowflake,
  name: z.string(),
  nickname: z.string().nullish(),
  isBot: z.boolean().default(false),
});
export type ExportedPerson = z.infer<typeof person>;

/** The part of an export before its messages. */
export const exportHead = z.object({
  guild: z.object({ id: z.string(), name: z.string() }),
  channel: z.object({
    id: snowflake,
    type: z.string(),
    /** The category of a channel, or the channel of a thread. */
    categoryId: z.string().nullish(),
    category: z.string().nullish(),
    name: z.string(),
    topic: z.string().nullish(),
  }),
  exportedAt: z.string().nullish(),
});
export type ExportHead = z.infer<typeof exportHead>;
export type ExportedChannel = ExportHead['channel'];

const picture = z.object({ url: text });

/** A card that Discord shows below a message: a link preview, or what a program composed. */
const embed = z.object({
  title: text,
  url: text,
  timestamp: z.string().nullish(),
  description: text,
  author: z.object({ name: text, url: text }).nullish(),
  thumbnail: picture.nullish(),
  image: picture.nullish(),
  images: listOf(picture),
  video: picture.nullish(),
  fields: listOf(z.object({ name: text, value: text })),
  footer: z.object({ text }).nullish(),
});
export type ExportedCard = z.infer<typeof embed>;

/** The parts that a message has in common with one that it forwards. */
const body = {
  content: text,
  attachments: listOf(z.object({ url: text, fileName: z.string(), fileSizeBytes: z.number().nullish() })),
  embeds: listOf(embed),
  stickers: listOf(z.object({ name: z.string(), sourceUrl: text })),
};
const forwarded = z.object(body);
export type ExportedBody = z.infer<typeof forwarded>;

/** An emoji by itself, or `:name:` of a custom one. */
const sign = z
  .union([z.string(), z.object({ id: z.string().nullish(), name: text })])
  .nullish()
  .transform((emoji) => (typeof emoji === 'object' && emoji?.id ? `:${emoji.name}:` : nameOf(emoji)));
const nameOf = (emoji: string | { readonly name: string } | null | undefined) =>
  typeof emoji === 'string' ? emoji : noText(emoji?.name);

const poll = z.object({
  question: z.union([text, z.object({ text }).transform((question) => question.text)]),
  answers: listOf(z.object({ text, emoji: sign })),
});

/** The imported fields of a message in DiscordChatExporter's JSON. Other fields differ between versions. */
export const exportedMessage = z.object({
  id: snowflake,
  type: z.string(),
  timestamp: time,
  timestampEdited: time.nullish(),
  isPinned: z.boolean().default(false),
  ...body,
  author: person,
  reactions: listOf(
    z.object({
      emoji: z.object({ id: z.string().nullish(), name: text }),
      count: z.number(),
      users: listOf(person),
    }),
  ),
  mentions: listOf(person),
  reference: z
    .object({ type: z.string().nullish(), messageId: snowflake.nullish(), channelId: snowflake.nullish() })
    .nullish(),
  forwardedMessage: forwarded.nullish(),
  messageSnapshots: listOf(z.union([z.object({ message: forwarded }).transform(({ message }) => message), forwarded])),
  poll: poll.nullish(),
});
export type ExportedMessage = z.infer<typeof exportedMessage>;

/**
 * Message types that report an event, such as a join, a call or a pin. The exporter writes the number of a type for which
 * it has no name.
 */
const notices = new Set([
  ...['RecipientAdd', 'RecipientRemove', 'Call', 'ChannelNameChange', 'ChannelIconChange', 'ChannelPinnedMessage'],
  ...['GuildMemberJoin', 'ThreadCreated', 'ThreadStarterMessage'],
  ...[...Array(18).keys()].map((at) => String(at + 1)),
  ...['21', '22', '25', '26', '27', '28', '29', '31', '32', '36', '37', '38', '39', '44'],
]);

/** Whether a person, or a program on request, wrote the message. */
export const isSaid = ({ type }: ExportedMessage): boolean => !notices.has(type);

/** All people a message refers to, its author first. */
export const peopleIn = ({ author, mentions, reactions }: ExportedMessage): readonly ExportedPerson[] => [
  author,
  ...mentions,
  ...reactions.flatMap(({ users }) => users),
];
