import { z } from 'zod';

/** A Discord id: digits. */
const snowflake = z.string().regex(/^\d{1,20}$/, 'is not an id');
const time = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'is not a time');

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
  channel: z.object({ id: snowflake, type: z.string(), name: z.string(), topic: z.string().nullish() }),
});
export type ExportHead = z.infer<typeof exportHead>;

/** The imported fields of a message in DiscordChatExporter's JSON. Other fields differ between versions. */
export const exportedMessage = z.object({
  id: snowflake,
  type: z.string(),
  timestamp: time,
  timestampEdited: time.nullish(),
  isPinned: z.boolean().default(false),
  content: z.string(),
  author: person,
  attachments: z
    .array(z.object({ url: z.string(), fileName: z.string(), fileSizeBytes: z.number().optional() }))
    .default([]),
  embeds: z
    .array(z.object({ title: z.string().nullish(), url: z.string().nullish(), description: z.string().nullish() }))
    .default([]),
  stickers: z.array(z.object({ name: z.string() })).default([]),
  reactions: z
    .array(
      z.object({
        emoji: z.object({ id: z.string().nullish(), name: z.string() }),
        count: z.number(),
        users: z.array(person).optional(),
      }),
    )
    .default([]),
  mentions: z.array(person).default([]),
  reference: z.object({ messageId: snowflake.nullish(), channelId: snowflake.nullish() }).nullish(),
  forwardedMessage: z.object({ content: z.string() }).nullish(),
});
export type ExportedMessage = z.infer<typeof exportedMessage>;

/** Message types written by people or by programs on request. Other types report joins, calls and pins. */
const said = new Set(['Default', 'Reply', '20', '23']);

export const isSaid = ({ type }: ExportedMessage): boolean => said.has(type);

/** All people a message refers to, its author first. */
export const peopleIn = ({ author, mentions, reactions }: ExportedMessage): readonly ExportedPerson[] => [
  author,
  ...mentions,
  ...reactions.flatMap(({ users = [] }) => users),
];

/** Whether an id is older than another. They exceed the range of exact numbers. */
export const isBefore = (id: string, other: string): boolean =>
  id.length === other.length ? id < other : id.length < other.length;
