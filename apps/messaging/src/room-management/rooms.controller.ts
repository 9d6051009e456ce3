import {
  accepted,
  messagingCommands as messaging,
  timedCursorOf,
  type InputOf,
  type Reply,
  type ReplyTo,
  type RoomId,
  type RoomSnapshot,
} from '@devchitchat/contracts';
import {
  GroupCommit,
  Handles,
  pageOf,
  randomId,
  type SignedInContext,
  type Transaction,
} from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { SnapshotsRepository } from '../snapshots/snapshots.repository';
import { FileSweep } from '../files/file-sweep.service';
import { PeopleRepository } from '../people/people.repository';
import { decide, type RoomCommand } from '../rooms/decide';
import { unlessFull } from '../rooms/room-count';
import { Everybody } from '../rooms/everybody.service';
import { RoomListRepository } from './room-list.repository';
import { RoomsRepository } from '../rooms/rooms.repository';

@Controller()
export class RoomsController {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly rooms: RoomsRepository,
    private readonly roomList: RoomListRepository,
    private readonly snapshots: SnapshotsRepository,
    private readonly people: PeopleRepository,
    private readonly everybody: Everybody,
    private readonly fileSweep: FileSweep,
  ) {}

  @Handles(messaging.roomList)
  async listRooms(
    { after, limit }: InputOf<typeof messaging.roomList>,
    { actor }: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.roomList>> {
    const found = await this.roomList.for(actor, after, limit + 1);
    const { page, next } = pageOf(found, limit, ({ createdAt, roomId }) => timedCursorOf(createdAt, roomId));
    return accepted({ rooms: page, next });
  }

  @Handles(messaging.roomCreate)
  createRoom(input: InputOf<typeof messaging.roomCreate>, context: SignedInContext): Promise<Reply<RoomSnapshot>> {
    const roomId = randomId<RoomId>('r');
    return this.change(
      context,
      roomId,
      () => ({ type: 'create', roomId, ...input, nameTaken: this.rooms.isNameTaken(input.name, roomId) }),
      () => this.snapshots.of(roomId, context.actor.userId),
    );
  }

  @Handles(messaging.roomJoin)
  joinRoom({ roomId }: InputOf<typeof messaging.roomJoin>, context: SignedInContext): Promise<Reply<RoomSnapshot>> {
    return this.change(
      context,
      roomId,
      () => ({ type: 'join' }),
      () => this.snapshots.of(roomId, context.actor.userId),
    );
  }

  @Handles(messaging.roomUpdate)
  updateRoom(
    { roomId, name, topic, ...settings }: InputOf<typeof messaging.roomUpdate>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.roomUpdate>> {
    return this.change(
      context,
      roomId,
      () => {
        const nameTaken = name !== undefined && this.rooms.isNameTaken(name, roomId);
        return { type: 'update', name, topic, settings, before: this.rooms.contentOf(roomId), nameTaken };
      },
      () => ({}),
    );
  }

  @Handles(messaging.roomForEverybody)
  async markForEverybody(
    { roomId, forEverybody }: InputOf<typeof messaging.roomForEverybody>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.roomForEverybody>> {
    const reply = await this.change(
      context,
      roomId,
      () => ({ type: 'for-everybody', forEverybody }),
      () => ({}),
    );
    if (reply.ok) this.everybody.wake();
    return reply;
  }

  @Handles(messaging.roomDelete)
  async deleteRoom(
    { roomId }: InputOf<typeof messaging.roomDelete>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.roomDelete>> {
    const reply = await this.change(
      context,
      roomId,
      () => ({ type: 'delete' }),
      () => ({}),
    );
    if (reply.ok) this.fileSweep.messagesAreGone();
    return reply;
  }

  @Handles(messaging.roomLeave)
  leaveRoom(
    { roomId }: InputOf<typeof messaging.roomLeave>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.roomLeave>> {
    return this.change(
      context,
      roomId,
      () => ({ type: 'leave' }),
      () => ({}),
    );
  }

  @Handles(messaging.roomMemberAdd)
  addMember(
    { roomId, userId, history }: InputOf<typeof messaging.roomMemberAdd>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.roomMemberAdd>> {
    return this.change(
      context,
      roomId,
      () => ({ type: 'add', userId, history, known: this.people.isActive(userId) }),
      () => ({}),
    );
  }

  /** Decides inside the transaction, from the current state. */
  private change<Value>(
    context: SignedInContext,
    roomId: RoomId,
    command: () => RoomCommand,
    answer: () => Value,
  ): Promise<Reply<Value>> {
    return this.groupCommit.run(context, (transaction: Transaction) => {
      const { userId } = context.actor;
      const decided = unlessFull(decide(this.rooms.byId(roomId), command(), userId, this.people), userId, (comer) =>
        this.rooms.countOf(comer),
      );
      if (!decided.ok) return decided;
      for (const draft of decided.value) this.rooms.append(transaction, draft);
      return accepted(answer());
    });
  }
}
