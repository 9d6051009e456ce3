import { beginningOf, fittedLine, limits, type RoomKind } from '@devchitchat/contracts';
import type { ExportedChannel } from './export';
import { literally } from './literally';

/** The channel's name in one line, cut to the maximum length of room names. */
export const roomNameFor = ({ id, name }: Pick<ExportedChannel, 'id' | 'name'>): string =>
  fittedLine(name, limits.roomNameLength) || `channel-${id.slice(-6)}`;

/** The channel's topic in one line, cut if a room's topic cannot be that long. */
export function topicFor({ topic }: Pick<ExportedChannel, 'topic'>): string {
  const whole = fittedLine(topic ?? '', Infinity);
  if (Array.from(whole).length <= limits.topicLength) return whole;
  return `${beginningOf(whole, limits.topicLength - 1).trimEnd()}…`;
}

/** Conversations that only their participants saw. The exporter writes the number of a type for which it has no name. */
const privateTypes = new Set(['DirectTextChat', 'DirectGroupTextChat', 'GuildPrivateThread', '1', '3', '12']);

/** The rooms that the operator wants private: all, or those of channels and categories with these names. */
export type Privately = 'all' | readonly string[];

export interface Kinds {
  readonly of: (channel: ExportedChannel) => RoomKind;
  /** Names that fit no channel and no category. */
  readonly unknown: readonly string[];
}

/**
 * Decides which channels become private rooms: direct messages and private threads always, the others if the operator
 * wants it, and threads if their channel does. The exporter does not say who could see a channel.
 */
export function kindsOf(channels: readonly ExportedChannel[], wanted: Privately): Kinds {
  const patterns = wanted === 'all' ? [] : wanted.map((name) => ({ name, pattern: patternOf(name) }));
  const fits = ({ pattern }: { readonly pattern: RegExp }, { name, category }: ExportedChannel) =>
    pattern.test(name) || pattern.test(category ?? '');
  const isPrivate = (channel: ExportedChannel) =>
    wanted === 'all' || privateTypes.has(channel.type) || patterns.some((each) => fits(each, channel));
  const ids = new Set(channels.filter(isPrivate).map(({ id }) => id));
  return {
    of: (channel) => (ids.has(channel.id) || ids.has(channel.categoryId ?? '') ? 'private' : 'public'),
    unknown: patterns.filter((each) => !channels.some((channel) => fits(each, channel))).map(({ name }) => name),
  };
}

/** `*` stands for any characters, and a `#` before the name is ignored, as is the case. */
const patternOf = (name: string): RegExp => {
  const parts = name.replace(/^#/, '').split('*');
  return new RegExp(`^${parts.map(literally).join('.*')}$`, 'iu');
};
