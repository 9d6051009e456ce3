import {
  accepted,
  messagingCommands as messaging,
  sentMessage,
  type InputOf,
  type Message,
  type ReplyTo,
} from '@devchitchat/contracts';
import { ErasedTexts, GroupCommit, Handles, pageOf, type SignedInContext } from '@devchitchat/service-kit';
import { Controller } from '@nestjs/common';
import { FileSweep } from '../files/file-sweep.service';
import { StoredFilesRepository } from '../files/stored-files.repository';
import { LinesRepository } from '../lines/lines.repository';
import { unlessMuted } from '../moderation/may-speak';
import { PeopleRepository } from '../people/people.repository';
import { memberOf } from '../rooms/access';
import { RoomsRepository } from '../rooms/rooms.repository';
import { edit, targetOf, takeBack } from './change';
import { MessageChanges } from './message-changes.service';
import { MessagesRepository } from './messages.repository';
import { send } from './send';

@Controller()
export class MessagesController {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly rooms: RoomsRepository,
    private readonly messages: MessagesRepository,
    private readonly lines: LinesRepository,
    private readonly changes: MessageChanges,
    private readonly erasedTexts: ErasedTexts,
    private readonly people: PeopleRepository,
    private readonly storedFiles: StoredFilesRepository,
    private readonly fileSweep: FileSweep,
  ) {}

  @Handles(messaging.msgSend)
  async sendMessage(
    input: InputOf<typeof messaging.msgSend>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.msgSend>> {
    const { userId: by, sessionId } = context.actor;
    const { roomId, clientMsgId } = input;
    const reply = await this.groupCommit.run(context, (transaction) => {
      const sending = send(this.rooms.byId(roomId), input, {
        by,
        isBot: sessionId === null,
        now: transaction.now,
        msgId: this.messages.nextId(),
        earlier: this.messages.earlierSend(roomId, by, clientMsgId),
        lastSentAt: (since) => this.messages.lastSentAt(roomId, by, since),
        uploadOf: (fileId) => this.storedFiles.byId(fileId),
        people: this.people,
      });
      if (!sending.ok) return sending;
      if (sending.value.type === 'sent before') return accepted(sending.value.message);
      const { draft } = sending.value;
      for (const { fileId } of draft.content?.files ?? []) this.storedFiles.sent(fileId);
      // An event with an author, as this one, always has a message.
      return accepted(sentMessage(this.rooms.append(transaction, draft)) as Message);
    });
    if (input.files && reply.ok) this.fileSweep.filesWereSent();
    return reply;
  }

  @Handles(messaging.msgList)
  listMessages(
    input: InputOf<typeof messaging.msgList>,
    { actor }: SignedInContext,
  ): ReplyTo<typeof messaging.msgList> {
    const member = memberOf(this.rooms.byId(input.roomId), actor.userId);
    if (!member.ok) return member;
    const messages = this.pageOf(input, member.value.historyStart);
    return accepted({ messages, ...this.lines.beside(messages, member.value) });
  }

  @Handles(messaging.msgHistory)
  listRevisions(
    { roomId, msgId, after = 0, limit }: InputOf<typeof messaging.msgHistory>,
    { actor }: SignedInContext,
  ): ReplyTo<typeof messaging.msgHistory> {
    const target = targetOf(this.rooms.byId(roomId), this.messages.byId(msgId), actor.userId, this.people);
    if (!target.ok) return target;
    // A revision's index is the number of revisions before it, because revisions are only ever added.
    const found = this.messages.revisionsOf(msgId, after, limit + 1).map((revision, at) => ({ revision, at }));
    const { page, next } = pageOf(found, limit, ({ at }) => after + at + 1);
    return accepted({ revisions: page.map(({ revision }) => revision), next });
  }

  @Handles(messaging.msgEdit)
  editMessage(
    input: InputOf<typeof messaging.msgEdit>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.msgEdit>> {
    return this.changes.make(input, context, (target, now) => unlessMuted(target, now) ?? edit(target, input));
  }

  /** Erases the texts in the same transaction, so that the event is never public while the texts are still on disk. */
  @Handles(messaging.msgDelete)
  async deleteMessage(
    input: InputOf<typeof messaging.msgDelete>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.msgDelete>> {
    const reply = await this.changes.make(
      input,
      context,
      (target) => takeBack(target, input),
      (transaction) => {
        for (const eventId of this.messages.textEventsOf(input.msgId)) transaction.erase(eventId);
      },
    );
    if (reply.ok) {
      this.erasedTexts.sweepSoon();
      this.fileSweep.messagesAreGone();
    }
    return reply;
  }

  private pageOf(
    { roomId, beforeSeq, afterSeq, fromTs, limit }: InputOf<typeof messaging.msgList>,
    start: number,
  ): Message[] {
    if (afterSeq !== undefined) return this.messages.after(roomId, afterSeq, limit, start);
    if (beforeSeq !== undefined) return this.messages.before(roomId, beforeSeq, limit, start);
    if (fromTs !== undefined) return this.messages.from(roomId, fromTs, limit, start);
    return this.messages.latest(roomId, limit, start);
  }
}
