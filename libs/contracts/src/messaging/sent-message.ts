import { isEvent, type AnyEvent } from '../grammar/event';
import { messageSent } from './events';
import type { Message } from './model';

/** The message as a `message.sent` event creates it, before any edit or reaction; `null` for other events. */
export function sentMessage(event: AnyEvent): Message | null {
  if (!isEvent(messageSent, event) || event.actorUserId === null) return null;
  const { roomId, msgId, seq, clientMsgId, replyTo = null, everyone = false, imported } = event.body;
  const { eventId, actorUserId: userId } = event;
  return {
    roomId,
    msgId,
    seq,
    eventId,
    userId,
    ts: imported?.saidAt ?? event.ts,
    clientMsgId,
    text: event.content?.text ?? null,
    ...(event.content?.files && { files: event.content.files }),
    everyone,
    replyTo,
    reactions: [],
    revision: 0,
    editedAt: imported?.editedAt ?? null,
    deleted: null,
    lastEventId: eventId,
  };
}
