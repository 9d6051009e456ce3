import { z } from 'zod';

/** An id of Discord's: digits. */
const snowflake = z.string().regex(/^\d{1,20}$/, 'is not an id');
const time = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'is not a time');

const person = z.object({
  id: snowflake,
  name: z.string(),
  nickname: z.string().nullish(),
  isBot: z.boolean().default(false),
});
export type ExportedPerson = z.infer<typeof person>;

/** What stands before the messages. */
export const exportHead = z.object({
  guild: z.object({ id: z.string(), name: z.string() }),
  channel: z.object({ id: snowflake, type: z.string(), name: z.string(), topic: z.string().nullish() }),
});
export type ExportHead = z.infer<typeof exportHead>;

/** As much of a message of DiscordChatExporter's JSON as comes here. Versions differ in what else there is. */
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

/** What people said, and what programs said when asked. The rest tells that somebody joined, called or pinned. */
const said = new Set(['Default', 'Reply', '20', '23']);

export const isSaid = ({ type }: ExportedMessage): boolean => said.has(type);

/** Everybody a message names, whoever it is by first. */
export const peopleIn = ({ author, mentions, reactions }: ExportedMessage): readonly ExportedPerson[] => [
  author,
  ...mentions,
  ...reactions.flatMap(({ users = [] }) => users),
];

/** Whether one id is of an earlier time than another. They are longer than numbers are exact. */
export const isBefore = (id: string, other: string): boolean =>
  id.length === other.length ? id < other : id.length < other.length;
