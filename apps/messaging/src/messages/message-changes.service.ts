import { accepted, type MsgId, type Reply, type RoomId } from '@devchitchat/contracts';
import { GroupCommit, type SignedInContext, type Transaction } from '@devchitchat/service-kit';
import { Injectable } from '@nestjs/common';
import { PeopleRepository } from '../people/people.repository';
import { RoomsRepository } from '../rooms/rooms.repository';
import { targetOf, type Change, type MessageTarget } from './change';
import { MessagesRepository } from './messages.repository';

/** Appends every change of a message to the log. */
@Injectable()
export class MessageChanges {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly rooms: RoomsRepository,
    private readonly messages: MessagesRepository,
    private readonly people: PeopleRepository,
  ) {}

  /** Decides inside the transaction, from the current state. Calls `follow` after the event is appended. */
  make(
    { roomId, msgId }: { readonly roomId: RoomId; readonly msgId: MsgId },
    context: SignedInContext,
    decide: (target: MessageTarget, now: number) => Change,
    follow?: (transaction: Transaction) => void,
  ): Promise<Reply<Record<string, never>>> {
    return this.groupCommit.run(context, (transaction) => {
      const message = this.messages.byId(msgId);
      const target = targetOf(this.rooms.byId(roomId), message, context.actor.userId, this.people);
      if (!target.ok) return target;
      const change = decide(target.value, transaction.now);
      if (!change.ok) return change;
      if (change.value === null) return accepted({});
      this.rooms.append(transaction, change.value);
      follow?.(transaction);
      return accepted({});
    });
  }
}
