import {
  accepted,
  limits,
  messagingCommands as messaging,
  originKey,
  type ImportedMessage,
  type ImportSource,
  type InputOf,
  type ReplyTo,
  type RoomId,
  type UserId,
} from '@devchitchat/contracts';
import { derivedId, GroupCommit, Handles, type CommandContext, type Transaction } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { MessagesRepository } from '../messages/messages.repository';
import { RoomsRepository } from '../rooms/rooms.repository';
import {
  beginRoom,
  begunRoom,
  freeRoomName,
  importMessage,
  importPin,
  importReaction,
  clientMsgIdOf,
  finishRoom,
  reactionsThatFit,
} from './import-room';
import { ImportsRepository } from './imports.repository';

const roomOf = ({ source, id }: { readonly source: ImportSource; readonly id: string }): RoomId =>
  derivedId<RoomId>('r', originKey('room', source, id));

/** Derives the user id as auth does, so that messages can only be imported under the names of imported people. */
const personOf = (source: ImportSource, id: string): UserId => derivedId<UserId>('u', originKey('person', source, id));

/** Imports rooms from another service at the server's terminal (docs/decisions/0042-import-through-the-services.md). */
@Controller()
export class ImportsController {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly rooms: RoomsRepository,
    private readonly messages: MessagesRepository,
    private readonly imports: ImportsRepository,
  ) {}

  @Handles(messaging.importRoom)
  begin(
    { source, id, kind, name, topic, owner }: InputOf<typeof messaging.importRoom>,
    context: CommandContext,
  ): Promise<ReplyTo<typeof messaging.importRoom>> {
    const roomId = roomOf({ source, id });
    return this.groupCommit.run(context, (transaction) => {
      const existing = this.rooms.byId(roomId);
      const decided = beginRoom(existing, {
        roomId,
        kind,
        name: kind === 'public' ? this.freeName(name, roomId) : name,
        topic,
        origin: { source, id },
        owner: this.imports.ownerToBe(owner),
      });
      if (!decided.ok) return decided;
      for (const draft of decided.value) this.rooms.append(transaction, draft);
      return accepted({ roomId, isNew: decided.value.length > 0, kind: existing?.kind ?? kind });
    });
  }

  @Handles(messaging.importMessages)
  importBatch(
    { source, id, messages }: InputOf<typeof messaging.importMessages>,
    context: CommandContext,
  ): Promise<ReplyTo<typeof messaging.importMessages>> {
    const roomId = roomOf({ source, id });
    return this.groupCommit.run(context, (transaction) => {
      const begun = begunRoom(this.rooms.byId(roomId));
      if (!begun.ok) return begun;
      const answer = { added: 0, notPinned: 0 };
      const addedNow = new Set<string>();
      for (const message of messages) {
        if (message.continues !== undefined && !addedNow.has(message.continues)) continue;
        const imported = this.importOne(transaction, source, roomId, message);
        if (!imported) continue;
        answer.added += 1;
        addedNow.add(message.id);
        if (message.pinned && !imported.isPinned) answer.notPinned += 1;
      }
      return accepted(answer);
    });
  }

  @Handles(messaging.importFinish)
  finish(
    place: InputOf<typeof messaging.importFinish>,
    context: CommandContext,
  ): Promise<ReplyTo<typeof messaging.importFinish>> {
    const roomId = roomOf(place);
    return this.groupCommit.run(context, (transaction) => {
      const begun = begunRoom(this.rooms.byId(roomId));
      if (!begun.ok) return begun;
      const owner = this.imports.ownerOf(roomId);
      const before = this.rooms.contentOf(roomId);
      const isUnnamed = begun.value.hidden && begun.value.kind === 'public';
      const content = isUnnamed ? { ...before, name: this.freeName(before.name, roomId) } : before;
      if (owner) {
        for (const draft of finishRoom(begun.value, owner, before, content)) this.rooms.append(transaction, draft);
      }
      return accepted({ name: content.name });
    });
  }

  private freeName(wanted: string, roomId: RoomId): string {
    return freeRoomName(wanted, (name) => this.rooms.isNameTaken(name, roomId));
  }

  /** Returns `undefined` if the message was imported before, and keeps its later changes. */
  private importOne(
    transaction: Transaction,
    source: ImportSource,
    roomId: RoomId,
    message: ImportedMessage,
  ): { readonly isPinned: boolean } | undefined {
    const room = this.rooms.byId(roomId);
    const userId = personOf(source, message.authorId);
    const clientMsgId = clientMsgIdOf(source, message.id);
    if (!room || this.messages.earlierSend(roomId, userId, clientMsgId)) return undefined;
    const msgId = this.messages.nextId();
    const said = importMessage(room, message, { msgId, clientMsgId, replyTo: this.seqOf(source, roomId, message) });
    this.rooms.append(transaction, said, userId);
    const place = { roomId, msgId, seq: said.body.seq };
    for (const { authorId, emoji } of reactionsThatFit(message.reactions)) {
      this.rooms.append(transaction, importReaction(place, emoji), personOf(source, authorId));
    }
    const isPinned = message.pinned && this.messages.pinsOf(roomId).length < limits.pinsPerRoom;
    if (isPinned) this.rooms.append(transaction, importPin(place), this.imports.ownerOf(roomId));
    return { isPinned };
  }

  /** The `seq` of the message that this one answers, if that was imported. */
  private seqOf(source: ImportSource, roomId: RoomId, { replyTo }: ImportedMessage): number | undefined {
    if (!replyTo) return undefined;
    const author = personOf(source, replyTo.authorId);
    return this.messages.earlierSend(roomId, author, clientMsgIdOf(source, replyTo.id))?.message.seq;
  }
}
