import {
  isEvent,
  messagingEvents,
  takenBackBy,
  takerOf,
  type AnyEvent,
  type EventOf,
  type EventType,
  type Message,
  type RoomId,
} from '@devchitchat/contracts';

const changes: readonly EventType[] = [
  messagingEvents.messageEdited,
  messagingEvents.messageDeleted,
  messagingEvents.reactionAdded,
  messagingEvents.reactionRemoved,
];

/** An event about a message that was there before. */
export type MessageChange =
  | EventOf<typeof messagingEvents.messageEdited>
  | EventOf<typeof messagingEvents.messageDeleted>
  | EventOf<typeof messagingEvents.reactionAdded>
  | EventOf<typeof messagingEvents.reactionRemoved>;

const isMessageChange = (event: AnyEvent): event is MessageChange => changes.some((type) => type.type === event.type);

/** What an event changes, message by message: one that takes many back is as many deletions. */
export function changesOf(event: AnyEvent): readonly MessageChange[] {
  if (isMessageChange(event)) return [event];
  const { roomId } = event.body as { roomId: RoomId };
  const type = messagingEvents.messageDeleted.type;
  const deletion = { ...event, scope: { kind: 'room' as const, id: roomId }, type, actorUserId: takerOf(event) };
  return takenBackBy(event).map((message) => ({ ...deletion, body: { roomId, ...message }, content: null }));
}

/** The message after an event about it. One that is reflected in it already changes nothing. */
export function changed(message: Message, event: MessageChange): Message {
  if (event.body.seq !== message.seq || event.eventId <= message.lastEventId) return message;
  return { ...message, ...change(message, event), lastEventId: event.eventId };
}

function change({ reactions }: Message, event: MessageChange): Partial<Message> {
  if (isEvent(messagingEvents.messageEdited, event)) {
    const { revision, everyone = false } = event.body;
    return { text: event.content?.text ?? null, everyone, revision, editedAt: event.ts };
  }
  const by = event.actorUserId;
  if (isEvent(messagingEvents.messageDeleted, event)) {
    return { text: null, reactions: [], deleted: by && { by, reason: event.content?.reason ?? null } };
  }
  const { emoji } = event.body;
  const others = reactions.filter((reaction) => reaction.userId !== by || reaction.emoji !== emoji);
  const isAdded = isEvent(messagingEvents.reactionAdded, event);
  return { reactions: isAdded && by ? [...others, { userId: by, emoji }] : others };
}

/** Of two versions of a message the one that more is reflected in. What is erased in one of two equal ones is erased. */
export function newer(held: Message, other: Message): Message {
  if (held.lastEventId !== other.lastEventId) return held.lastEventId > other.lastEventId ? held : other;
  return held.text !== null && other.text === null ? other : held;
}
