import { accepted, type MsgId, type Reply, type RoomId } from '@devchitchat/contracts';
import { GroupCommit, type SignedInContext, type Transaction } from '@devchitchat/service-kit';
import { Injectable } from '@nestjs/common';
import { PeopleRepository } from '../people/people.repository';
import { RoomsRepository } from '../rooms/rooms.repository';
import { targetOf, type Change, type MessageTarget } from './change';
import { MessagesRepository } from './messages.repository';

/** Commits changes of messages: edits, deletions, reactions and pins. */
@Injectable()
export class MessageChanges {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly rooms: RoomsRepository,
    private readonly messages: MessagesRepository,
    private readonly people: PeopleRepository,
  ) {}

  /**
   * Decides inside the transaction, from the current state, and resolves once the event is on disk. Refuses as `targetOf`
   * and `decide` do.
   *
   * @param decide its second argument is the time in epoch milliseconds
   * @param follow called in the same transaction after the event was appended, and not if nothing changes
   */
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
