import { subjects, userId, type UserId } from '@devchitchat/contracts';

export interface BotAsking {
  readonly bot: UserId;
  readonly command: string;
}

/**
 * Parses the bot and the command from a subject; `undefined` for other subjects. nats-server lets a bot publish only below
 * its own id.
 */
export function askedOn(subject: string): BotAsking | undefined {
  const [, id, name] = /^bot\.([^.]+)\.cmd\.(.+)$/.exec(subject) ?? [];
  const bot = userId.safeParse(id);
  return bot.success && name !== undefined ? { bot: bot.data, command: name } : undefined;
}

/**
 * Whether a reply subject belongs to the bot. nats-server does not check the reply subject of a request, and the gateway
 * may publish far more than a bot may: without this check a bot could direct a Reply to any subject.
 */
export const isOwnInbox = (bot: UserId, reply: string | undefined): boolean =>
  reply?.startsWith(`${subjects.botInbox(bot)}.`) ?? false;
