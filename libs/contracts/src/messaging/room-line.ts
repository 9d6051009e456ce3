import { isEvent, type AnyEvent } from '../grammar/event';
import { limits } from '../grammar/limits';
import * as events from './events';
import type { RoomLine } from './model';

export type LineOfSeveral = Extract<RoomLine, { readonly lastEventId: number }>;

export const isOfSeveral = (line: RoomLine): line is LineOfSeveral => 'lastEventId' in line;

/** The last event that a line tells of. */
export const lastEventOf = (line: RoomLine): number => (isOfSeveral(line) ? line.lastEventId : line.eventId);

/**
 * The line that an event of a room makes; `null` for none. The same function makes the server's lines from its log and a
 * client's from the events it receives.
 */
export function lineOf(event: AnyEvent): RoomLine | null {
  const { eventId: id, ts, actorUserId: by } = event;
  const told = { eventId: id, ts, by };
  const alone = (whose: LineOfSeveral['userIds'][number]) => ({ ...told, lastEventId: id, userIds: [whose], count: 1 });
  if (isEvent(events.memberJoined, event)) {
    const { userId: whose, by: way } = event.body;
    if (way === 'founding' || way === 'everybody') return null;
    return way === 'member' ? { kind: 'added', ...told, userId: whose } : { kind: 'joined', ...alone(whose) };
  }
  if (isEvent(events.memberLeft, event)) return { kind: 'left', ...alone(event.body.userId) };
  if (isEvent(events.memberKicked, event)) return { kind: 'kicked', ...told, userId: event.body.userId };
  if (isEvent(events.memberBanned, event)) return { kind: 'banned', ...told, userId: event.body.userId };
  if (isEvent(events.memberMuted, event)) {
    return { kind: 'muted', ...told, userId: event.body.userId, until: event.body.until };
  }
  if (isEvent(events.memberUnmuted, event)) return { kind: 'unmuted', ...told, userId: event.body.userId };
  if (isEvent(events.memberRoleChanged, event)) {
    return { kind: 'role_changed', ...told, userId: event.body.userId, role: event.body.role };
  }
  if (isEvent(events.messagePinned, event) && by !== null) {
    return { kind: 'pinned', ...told, msgId: event.body.msgId, seq: event.body.seq };
  }
  if (isEvent(events.roomCallEnded, event)) {
    const { callId, seconds, userIds, count } = event.body;
    return { kind: 'called', ...told, callId, seconds, userIds, count };
  }
  if (isEvent(events.roomSettingsChanged, event)) {
    const { slowModeSeconds: seconds } = event.body;
    return seconds === undefined ? null : { kind: 'slow_mode', ...told, seconds };
  }
  if (!isEvent(events.roomUpdated, event)) return null;
  // Events of earlier versions do not say what changed.
  const { changed = [] } = event.body;
  const { name = '', topic = '' } = event.content ?? {};
  if (changed.length === 0) return null;
  return {
    kind: 'updated',
    ...told,
    ...(changed.includes('name') && { name }),
    ...(changed.includes('topic') && { topic }),
  };
}

/**
 * The line after an event: `last` with one person more if the event directly follows it and tells the same, otherwise a
 * new one; `null` for none. So a thousand people who join one after another are one line. A person who may not see what
 * was before them begins a new one, so that no line reaches across the beginning of a member's history.
 */
export function lineAfter(last: RoomLine | undefined, event: AnyEvent): RoomLine | null {
  const line = lineOf(event);
  if (!line || !last || !isOfSeveral(line) || !isOfSeveral(last)) return line;
  const beginsHistory = isEvent(events.memberJoined, event) && event.body.historyStart !== undefined;
  if (last.kind !== line.kind || last.lastEventId !== event.prev || beginsHistory) return line;
  return {
    ...last,
    lastEventId: line.eventId,
    userIds: [...last.userIds, ...line.userIds].slice(0, limits.peoplePerLine),
    count: last.count + 1,
  };
}

/** Lines in their order, after an event. Returns the same array if it makes no line or is told already. */
export function withLine(lines: readonly RoomLine[], event: AnyEvent): readonly RoomLine[] {
  const last = lines.at(-1);
  const line = lineAfter(last, event);
  if (!line || (last && lastEventOf(last) >= event.eventId)) return lines;
  return last?.eventId === line.eventId ? [...lines.slice(0, -1), line] : [...lines, line];
}
