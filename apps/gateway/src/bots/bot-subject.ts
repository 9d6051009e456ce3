import { subjects, userId, type UserId } from '@devchitchat/contracts';

export interface BotAsking {
  readonly bot: UserId;
  readonly command: string;
}

/** Who speaks, and what it says: nats-server lets a bot publish below its own id only. `undefined` for another subject. */
export function askedOn(subject: string): BotAsking | undefined {
  const [, id, name] = /^bot\.([^.]+)\.cmd\.(.+)$/.exec(subject) ?? [];
  const bot = userId.safeParse(id);
  return bot.success && name !== undefined ? { bot: bot.data, command: name } : undefined;
}

/**
 * Whether an answer may go there. nats-server asks nobody about the reply subject of a request, and the gateway may say
 * far more than a bot may: without this check a bot could have it publish a Reply wherever it likes.
 */
export const isOwnInbox = (bot: UserId, reply: string | undefined): boolean =>
  reply?.startsWith(`${subjects.botInbox(bot)}.`) ?? false;
