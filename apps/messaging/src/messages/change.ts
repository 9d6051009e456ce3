import {
  accepted,
  hasInk,
  isModerator,
  messagingEvents,
  messagingReasons as reasons,
  refused,
  type InputOf,
  type Message,
  type messagingCommands,
  type Reply,
  type UserId,
} from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import type { People } from '../people/people';
import { actingMemberIn, type ActingMember } from '../rooms/access';
import { readersOf, type RoomState } from '../rooms/room';
import { everyoneMark } from './send';

export type EditCommand = Pick<InputOf<typeof messagingCommands.msgEdit>, 'revision' | 'text'>;
export type DeleteCommand = Pick<InputOf<typeof messagingCommands.msgDelete>, 'reason'>;

/** The event that a change leads to; `null` if nothing changes. */
export type Change = Reply<Draft | null>;

/** A message together with the acting member. */
export interface MessageTarget extends ActingMember {
  readonly message: Message;
}

/**
 * The same refusal for a missing message, one of another room, and one from before the member's history, so that it
 * reveals nothing.
 */
const noSuchMessage = () => refused(reasons.messageUnknown);

/**
 * The message that a member wants to change. Refuses with `room.unknown` outside the room, and with `message.unknown` for
 * messages that they may not see.
 */
export function targetOf(
  room: RoomState,
  message: Message | undefined,
  by: UserId,
  people: People,
): Reply<MessageTarget> {
  const member = actingMemberIn(room, by, people);
  if (!member.ok) return member;
  if (message?.roomId !== member.value.room.roomId) return noSuchMessage();
  if (message.seq < member.value.historyStart) return noSuchMessage();
  return accepted({ ...member.value, message });
}

/**
 * Replaces the text of the member's own message. `revision` is the one that the member edited. A retry succeeds without an
 * event. Refuses, in this order, others' messages, deleted messages, an outdated revision,
 * and an empty text of a message without files.
 */
export function edit(target: MessageTarget, { revision, text }: EditCommand): Change {
  const { room, message, userId } = target;
  if (message.userId !== userId) return refused(reasons.messageNotYours);
  if (message.deleted) return refused(reasons.messageDeleted);
  const isDone = message.text === text && (message.revision === revision || message.revision === revision + 1);
  if (isDone) return accepted(null);
  if (message.revision !== revision) {
    return refused(reasons.messageEdited);
  }
  if (!hasInk(text) && !message.files) return refused(reasons.messageEmpty);
  return accepted(
    draft(messagingEvents.messageEdited, {
      scopeId: room.roomId,
      body: { ...refOf(message), revision: revision + 1, ...everyoneMark(text, target) },
      content: { text },
      ...readersOf(room, message.seq),
    }),
  );
}

/**
 * Deletes a message for everyone, permanently. Members delete their own messages, moderators also those of others, except in
 * direct rooms. Deleting a deleted message succeeds without an event.
 */
export function takeBack({ room, message, userId, role }: MessageTarget, { reason }: DeleteCommand): Change {
  if (message.userId !== userId && !isModerator(role)) {
    if (room.kind === 'direct') return refused(reasons.directOthersMessages);
    return refused(reasons.messageDeleting);
  }
  if (message.deleted) return accepted(null);
  return accepted(
    draft(messagingEvents.messageDeleted, {
      scopeId: room.roomId,
      body: refOf(message),
      content: reason === undefined ? null : { reason },
      ...readersOf(room, message.seq),
    }),
  );
}

const refOf = ({ roomId, msgId, seq }: Message) => ({ roomId, msgId, seq });
