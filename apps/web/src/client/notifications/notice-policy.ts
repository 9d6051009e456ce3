import { mentionedHandles, type EventOf, type messagingEvents, type RoomKind, type User } from '@devchitchat/contracts';

export const notificationLevels = ['all', 'mentions', 'nothing'] as const;
/** What of a room one wants to be told of while looking elsewhere. */
export type NotificationLevel = (typeof notificationLevels)[number];

/** Rooms are read when one feels like it; what is said to few people is said to each of them. */
export const usualLevel = (kind: RoomKind): NotificationLevel => (kind === 'direct' ? 'all' : 'mentions');

/** Until when one is not to be disturbed: epoch milliseconds, `null` for not at all, or until one says otherwise. */
export type Quiet = number | 'until I say so' | null;

export const isQuiet = (quiet: Quiet, now: number): boolean =>
  quiet === 'until I say so' || (quiet !== null && now < quiet);

/** The next morning, at eight, where the reader is. */
export function nextMorning(now: Date): number {
  const morning = new Date(now);
  morning.setHours(8, 0, 0, 0);
  if (morning <= now) morning.setDate(morning.getDate() + 1);
  return morning.getTime();
}

export interface Looker {
  readonly me: Pick<User, 'userId' | 'handle'>;
  readonly level: NotificationLevel;
  readonly quiet: Quiet;
  readonly now: number;
  /** The room is on the screen, and somebody can see it. */
  readonly isLooking: boolean;
}

/** Whether a message that just came is worth a notification of the system. */
export function isWorthTelling(
  event: EventOf<typeof messagingEvents.messageSent>,
  { me, level, quiet, now, isLooking }: Looker,
): boolean {
  if (event.actorUserId === me.userId || isLooking || isQuiet(quiet, now)) return false;
  if (level !== 'mentions') return level === 'all';
  return event.body.everyone === true || mentionedHandles(event.content?.text ?? '').has(me.handle.toLowerCase());
}
