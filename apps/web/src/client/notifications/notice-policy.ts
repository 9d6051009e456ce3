import type { EventOf, messagingEvents, RoomKind, User } from '@devchitchat/contracts';
import type { MentionTest } from '../reading/quick-mention-test';
import type { Unread } from '../reading/unread';

export const notificationLevels = ['all', 'mentions', 'nothing'] as const;
/** The messages of a room that the user is notified of. */
export type NotificationLevel = (typeof notificationLevels)[number];

/** The default level. Room messages wait until the user reads the room; direct messages address the user personally. */
export const usualLevel = (kind: RoomKind): NotificationLevel => (kind === 'direct' ? 'all' : 'mentions');

/** How many of a room's unread messages its level tells the user of: in the tab's title, and by a badge that stands out. */
export const toldOf = (level: NotificationLevel, { messages, mentions }: Unread): number =>
  ({ all: messages, mentions, nothing: 0 })[level];

/** The end of "do not disturb": epoch milliseconds, `null` if it is off, or until the user turns it off. */
export type Quiet = number | 'until I say so' | null;

export const isQuiet = (quiet: Quiet, now: number): boolean =>
  quiet === 'until I say so' || (quiet !== null && now < quiet);

/** Eight o'clock of the next morning, in the reader's time zone. */
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
  readonly mentions: MentionTest;
  /** The room is on the screen and visible to the user. */
  readonly isLooking: boolean;
}

/** Whether a new message deserves a system notification. */
export function isWorthTelling(
  event: EventOf<typeof messagingEvents.messageSent>,
  { me, level, quiet, now, mentions, isLooking }: Looker,
): boolean {
  if (event.actorUserId === me.userId || isLooking || isQuiet(quiet, now)) return false;
  if (level !== 'mentions') return level === 'all';
  return event.body.everyone === true || mentions(event.content?.text ?? '', me.handle);
}
