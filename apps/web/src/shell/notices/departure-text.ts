import { isEvent, messagingEvents, type UserId } from '@devchitchat/contracts';
import { t } from '../../platform/language/t';
import type { Departure } from '../../client/rooms/rooms';

/** Explains to a user why a room is gone from their list. `null` if they left it themselves. */
export function departureText({ room, event }: Departure, nameOf: (userId: UserId) => string): string | null {
  if (event === null) {
    return t('You’re no longer in {room}: it was deleted, someone removed you, or you left on another device.', {
      room: room.name,
    });
  }
  const said = { name: event.actorUserId ? nameOf(event.actorUserId) : t('The server'), room: room.name };
  if (isEvent(messagingEvents.memberKicked, event)) {
    return `${t('{name} removed you from {room}.', said)}${because(event.content?.reason)}`;
  }
  if (isEvent(messagingEvents.memberBanned, event)) {
    return `${t('{name} banned you from {room}.', said)}${because(event.content?.reason)}`;
  }
  if (isEvent(messagingEvents.roomDeleted, event)) return t('{name} deleted {room}.', said);
  return null;
}

const because = (reason: string | undefined) => (reason === undefined ? '' : ` ${t('Reason: {reason}', { reason })}`);
