import {
  accepted,
  messagingCommands as messaging,
  type InputOf,
  type ReplyTo,
  type RoomId,
} from '@devchitchat/contracts';
import { GroupCommit, Handles, randomId, type SignedInContext } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { SnapshotsRepository } from '../snapshots/snapshots.repository';
import { PeopleRepository } from '../people/people.repository';
import { mayOpenMore, unlessFull } from '../rooms/room-count';
import { RoomsRepository } from '../rooms/rooms.repository';
import { hide, open, peopleOf } from './direct';
import { DirectsRepository } from './directs.repository';

@Controller()
export class DirectsController {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly rooms: RoomsRepository,
    private readonly directs: DirectsRepository,
    private readonly snapshots: SnapshotsRepository,
    private readonly people: PeopleRepository,
  ) {}

  /** Concurrent calls decide one after another, so that later ones find the room that the first one created. */
  @Handles(messaging.dmOpen)
  open(
    { userIds }: InputOf<typeof messaging.dmOpen>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.dmOpen>> {
    const { userId } = context.actor;
    const people = peopleOf(userId, userIds);
    return this.groupCommit.run(context, (transaction) => {
      const existing = this.directs.of(people);
      const roomId = existing ?? randomId<RoomId>('r');
      const opening = {
        existing: this.rooms.byId(roomId),
        hidden: this.directs.isHidden(userId, existing),
        people,
        known: people.every((person) => this.people.isActive(person)),
        roomId,
      };
      const may = existing ? accepted({}) : mayOpenMore(this.directs.openedBy(userId));
      if (!may.ok) return may;
      const opened = unlessFull(open(opening, userId), userId, (comer) => this.rooms.countOf(comer));
      if (!opened.ok) return opened;
      for (const draft of opened.value) {
        if (draft.type.scope === 'room') this.rooms.append(transaction, draft);
        else transaction.append(draft);
      }
      return accepted(this.snapshots.of(roomId, userId));
    });
  }

  @Handles(messaging.dmHide)
  hide(
    { roomId }: InputOf<typeof messaging.dmHide>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.dmHide>> {
    const { userId } = context.actor;
    return this.groupCommit.run(context, (transaction) => {
      const earlier = this.directs.hiddenFrom(userId).map((direct) => direct.roomId);
      const hidden = hide(this.rooms.byId(roomId), earlier, userId);
      if (!hidden.ok) return hidden;
      for (const draft of hidden.value) transaction.append(draft);
      return accepted({});
    });
  }
}
