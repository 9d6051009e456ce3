import {
  accepted,
  mayMentionEveryone,
  mentionsEveryone,
  messagingEvents,
  refused,
  type InputOf,
  type messagingCommands,
  type MsgId,
  type Reply,
  type UserId,
  type ValueOf,
} from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import type { People } from '../people/people';
import { placeIn, type Place } from '../rooms/access';
import { membersOf, type RoomState } from '../rooms/room';

export type SendCommand = InputOf<typeof messagingCommands.msgSend>;
export type Ack = ValueOf<typeof messagingCommands.msgSend>;

/** What this sender said earlier in this room under the same `clientMsgId`. */
export interface EarlierSend {
  readonly ack: Ack;
  /** `null` once erased. */
  readonly text: string | null;
}

export type Sending =
  | { readonly type: 'sent before'; readonly ack: Ack }
  | { readonly type: 'new'; readonly draft: Draft<typeof messagingEvents.messageSent> };

/** Says it, or finds that it was said: a retry gets the answer of the first try. */
export function send(
  state: RoomState,
  { clientMsgId, text, replyTo }: SendCommand,
  by: UserId,
  msgId: MsgId,
  earlier: EarlierSend | undefined,
  people: People,
): Reply<Sending> {
  const place = placeIn(state, by, people);
  if (!place.ok) return place;
  if (earlier) return sentBefore(earlier, text);
  const { room, historyStart } = place.value;
  if (replyTo !== undefined && (replyTo > room.headSeq || replyTo < historyStart)) {
    return refused('conflict', 'The message that this one answers has not been said in this room.');
  }
  return accepted({
    type: 'new',
    draft: draft(messagingEvents.messageSent, {
      scopeId: room.roomId,
      body: {
        roomId: room.roomId,
        msgId,
        seq: room.headSeq + 1,
        clientMsgId,
        ...(replyTo && { replyTo }),
        ...callIn(text, place.value),
      },
      content: { text },
      audience: membersOf(room),
    }),
  });
}

/** Whether a text calls everybody: said anew with every edit. */
export const callIn = (text: string, place: Place): { readonly everyone?: true } =>
  mayMentionEveryone(place.room, place.role) && mentionsEveryone(text) ? { everyone: true } : {};

function sentBefore({ ack, text: earlierText }: EarlierSend, text: string): Reply<Sending> {
  // What was erased cannot be compared; the id alone says that it is a retry.
  if (earlierText === null || earlierText === text) return accepted({ type: 'sent before', ack });
  return refused('conflict', 'This clientMsgId was used in this room for another text.');
}
