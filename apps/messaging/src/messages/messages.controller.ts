import { accepted, messagingCommands as messaging, type InputOf, type ReplyTo } from '@devchitchat/contracts';
import { GroupCommit, Handles, type SignedInContext } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { placeIn } from '../rooms/access';
import { RoomsRepository } from '../rooms/rooms.repository';
import { MessagesRepository } from './messages.repository';
import { send } from './send';

@Controller()
export class MessagesController {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly rooms: RoomsRepository,
    private readonly messages: MessagesRepository,
  ) {}

  @Handles(messaging.msgSend)
  sendMessage(
    input: InputOf<typeof messaging.msgSend>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.msgSend>> {
    const { userId } = context.actor;
    const { roomId, clientMsgId } = input;
    return this.groupCommit.run(context, (transaction) => {
      const earlier = this.messages.earlierSend(roomId, userId, clientMsgId);
      const msgId = this.messages.nextId();
      const sending = send(this.rooms.byId(roomId), input, userId, msgId, earlier);
      if (!sending.ok) return sending;
      if (sending.value.type === 'sent before') return accepted(sending.value.ack);
      const { draft } = sending.value;
      const { eventId, ts } = this.rooms.append(transaction, draft);
      return accepted({ msgId, seq: draft.body.seq, eventId, ts });
    });
  }

  @Handles(messaging.msgList)
  listMessages(
    { roomId, beforeSeq, afterSeq, limit }: InputOf<typeof messaging.msgList>,
    { actor }: SignedInContext,
  ): ReplyTo<typeof messaging.msgList> {
    const place = placeIn(this.rooms.byId(roomId), actor.userId);
    if (!place.ok) return place;
    if (afterSeq !== undefined) return accepted({ messages: this.messages.after(roomId, afterSeq, limit) });
    if (beforeSeq !== undefined) return accepted({ messages: this.messages.before(roomId, beforeSeq, limit) });
    return accepted({ messages: this.messages.latest(roomId, limit) });
  }
}
