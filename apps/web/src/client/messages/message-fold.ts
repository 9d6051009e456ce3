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

/** An event that changes an existing message. */
export type MessageChange =
  | EventOf<typeof messagingEvents.messageEdited>
  | EventOf<typeof messagingEvents.messageDeleted>
  | EventOf<typeof messagingEvents.reactionAdded>
  | EventOf<typeof messagingEvents.reactionRemoved>;

const isMessageChange = (event: AnyEvent): event is MessageChange => changes.some((type) => type.type === event.type);

/** The changes an event makes, one per message: an event that deletes several messages becomes several deletions. */
export function changesOf(event: AnyEvent): readonly MessageChange[] {
  if (isMessageChange(event)) return [event];
  const { roomId } = event.body as { roomId: RoomId };
  const type = messagingEvents.messageDeleted.type;
  const deletion = { ...event, scope: { kind: 'room' as const, id: roomId }, type, actorUserId: takerOf(event) };
  return takenBackBy(event).map((message) => ({ ...deletion, body: { roomId, ...message }, content: null }));
}

/** The message after an event about it. An event already reflected in the message changes nothing. */
export function changed(message: Message, event: MessageChange): Message {
  if (event.body.seq !== message.seq || event.eventId <= message.lastEventId) return message;
  const { files, ...rest } = { ...message, ...change(message, event), lastEventId: event.eventId };
  // Files go with the words.
  return files && rest.text !== null ? { ...rest, files } : rest;
}

function change({ reactions }: Message, event: MessageChange): Partial<Message> {
  if (isEvent(messagingEvents.messageEdited, event)) {
    const { revision, everyone = false } = event.body;
    return { text: event.content?.text ?? null, everyone, revision, editedAt: event.ts };
  }
  const by = event.actorUserId;
  if (isEvent(messagingEvents.messageDeleted, event)) {
    return { text: null, reactions: [], deleted: by && { by, reason: event.content?.reason ?? null, at: event.ts } };
  }
  const { emoji } = event.body;
  const others = reactions.filter((reaction) => reaction.userId !== by || reaction.emoji !== emoji);
  const isAdded = isEvent(messagingEvents.reactionAdded, event);
  return { reactions: isAdded && by ? [...others, { userId: by, emoji }] : others };
}

/** Returns the newer of two versions (higher `lastEventId`). If either of two equal ones is erased, the result is erased. */
export function newer(held: Message, other: Message): Message {
  if (held.lastEventId !== other.lastEventId) return held.lastEventId > other.lastEventId ? held : other;
  return held.text !== null && other.text === null ? other : held;
}
