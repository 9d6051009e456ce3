import {
  isEvent,
  messagingEvents as events,
  type AnyEvent,
  type EventType,
  type ModerationAct,
  type UserId,
} from '@devchitchat/contracts';

const types: readonly EventType[] = [
  events.memberKicked,
  events.memberBanned,
  events.memberUnbanned,
  events.memberMuted,
  events.memberUnmuted,
  events.memberRoleChanged,
  events.roomUpdated,
  events.roomSettingsChanged,
];

/**
 * Event types that always belong in the moderation log. Deletions belong there only if a moderator deleted another's
 * message.
 */
export const actTypes: ReadonlySet<string> = new Set(types.map(({ type }) => type));

/**
 * Converts an event to an entry of the moderation log; `null` if it does not belong there.
 *
 * @param author the author of the message that the event is about, if any
 */
export function actOf(event: AnyEvent, author: UserId | null): ModerationAct | null {
  const { eventId, ts, actorUserId: by } = event;
  const done = { eventId, ts, by };
  if (isEvent(events.memberKicked, event)) return { kind: 'kicked', ...done, ...whom(event), ...why(event) };
  if (isEvent(events.memberBanned, event)) return { kind: 'banned', ...done, ...whom(event), ...why(event) };
  if (isEvent(events.memberUnbanned, event)) return { kind: 'unbanned', ...done, ...whom(event) };
  if (isEvent(events.memberMuted, event)) {
    return { kind: 'muted', ...done, ...whom(event), ...why(event), until: event.body.until };
  }
  if (isEvent(events.memberUnmuted, event)) return { kind: 'unmuted', ...done, ...whom(event) };
  if (isEvent(events.memberRoleChanged, event)) {
    return { kind: 'role_changed', ...done, ...whom(event), role: event.body.role };
  }
  if (isEvent(events.messageDeleted, event) && author !== null) {
    return { kind: 'message_deleted', ...done, userId: author, seq: event.body.seq, ...why(event) };
  }
  if (isEvent(events.roomUpdated, event)) {
    const { name = null, topic = null } = event.content ?? {};
    return { kind: 'room_updated', ...done, name, topic };
  }
  if (!isEvent(events.roomSettingsChanged, event)) return null;
  const { roomId: _, ...settings } = event.body;
  return { kind: 'settings_changed', ...done, ...settings };
}

const whom = ({ body }: { readonly body: { readonly userId: UserId } }) => ({ userId: body.userId });

const why = ({ content }: { readonly content: { readonly reason: string } | null }) => ({
  reason: content?.reason ?? null,
});
