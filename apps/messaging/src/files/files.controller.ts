import {
  accepted,
  messagingCommands as messaging,
  type FileId,
  type InputOf,
  type ReplyTo,
} from '@devchitchat/contracts';
import { ENVIRONMENT, GroupCommit, Handles, pageOf, randomId, type SignedInContext } from '@devchitchat/service-kit';
import { Controller, Inject } from '@nestjs/common';
import type { MessagingEnvironment } from '../environment/environment';
import { PeopleRepository } from '../people/people.repository';
import { memberOf } from '../rooms/access';
import { RoomsRepository } from '../rooms/rooms.repository';
import { begin, type FileLimits } from './begin';
import { FileStore } from './file-store.files';
import { MessageFilesRepository } from './message-files.repository';
import { RoomFilesRepository } from './room-files.repository';
import { keptMs } from './stored-file';
import { StoredFilesRepository } from './stored-files.repository';
import { mayRead, mayReceive, openUploadOf } from './upload';

@Controller()
export class FilesController {
  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly rooms: RoomsRepository,
    private readonly people: PeopleRepository,
    private readonly stored: StoredFilesRepository,
    private readonly files: MessageFilesRepository,
    private readonly roomFiles: RoomFilesRepository,
    private readonly store: FileStore,
    @Inject(ENVIRONMENT) private readonly environment: FileLimits & Pick<MessagingEnvironment, 'DATA_DIR'>,
  ) {}

  /** Creates the folder after the commit, so that every folder has its row, and before the answer. */
  @Handles(messaging.fileBegin)
  async beginUpload(
    input: InputOf<typeof messaging.fileBegin>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.fileBegin>> {
    const by = context.actor.userId;
    const begun = await this.groupCommit.run(context, ({ now }) => {
      const decided = begin(this.rooms.byId(input.roomId), input, {
        by,
        now,
        fileId: randomId<FileId>('f'),
        earlier: this.stored.earlier(by, input.clientFileId),
        limits: this.environment,
        bytesOfPerson: () => this.stored.bytesOfPerson(by),
        bytesOfServer: () => this.stored.bytesOfServer(),
        freeBytes: () => this.store.freeBytes(),
        openUploads: () => this.stored.openUploads(by, now),
        people: this.people,
      });
      if (!decided.ok) return decided;
      const { isNew, file } = decided.value;
      if (isNew) this.stored.add(file);
      else this.stored.prolong(file.fileId, file.expiresAt);
      return accepted(file);
    });
    if (!begun.ok) return begun;
    const { fileId, expiresAt, size, facts } = begun.value;
    await this.store.makeFor(fileId);
    const received = facts ? size : await this.store.received(fileId);
    return accepted({ fileId, received, isReady: facts !== null, expiresAt });
  }

  /** Commits the turn before it answers, so that its number is never given again. */
  @Handles(messaging.fileReceive)
  async mayReceive(
    { fileId }: InputOf<typeof messaging.fileReceive>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.fileReceive>> {
    const taken = await this.groupCommit.run(context, ({ now }) => {
      const found = this.stored.byId(fileId);
      const upload = mayReceive(found, found ? this.rooms.byId(found.roomId) : null, context.actor.userId, now);
      if (!upload.ok) return upload;
      return accepted({ ...upload.value, turn: this.stored.nextTurn(fileId, now + keptMs) });
    });
    if (!taken.ok) return taken;
    const { size, turn, facts } = taken.value;
    return accepted({ size, turn, received: facts ? size : await this.store.received(fileId) });
  }

  @Handles(messaging.fileReceived)
  markReceived(
    { fileId, facts }: InputOf<typeof messaging.fileReceived>,
    context: SignedInContext,
  ): Promise<ReplyTo<typeof messaging.fileReceived>> {
    return this.groupCommit.run(context, ({ now }) => {
      const upload = openUploadOf(this.stored.byId(fileId), context.actor.userId);
      if (!upload.ok) return upload;
      const expiresAt = now + keptMs;
      this.stored.received(fileId, facts, expiresAt);
      return accepted({ expiresAt });
    });
  }

  @Handles(messaging.fileList)
  list(
    { roomId, kinds, after, limit }: InputOf<typeof messaging.fileList>,
    { actor }: SignedInContext,
  ): ReplyTo<typeof messaging.fileList> {
    const member = memberOf(this.rooms.byId(roomId), actor.userId);
    if (!member.ok) return member;
    const found = this.roomFiles.list(roomId, kinds, after, limit + 1, member.value.historyStart);
    const { page, next } = pageOf(found, limit, ({ cursor }) => cursor);
    return accepted({ files: page.map(({ file, seq, userId, ts }) => ({ file, seq, userId, ts })), next });
  }

  @Handles(messaging.fileRead)
  mayRead(
    { fileId, form }: InputOf<typeof messaging.fileRead>,
    { actor }: SignedInContext,
  ): ReplyTo<typeof messaging.fileRead> {
    const found = this.files.byId(fileId);
    const file = mayRead(found, form, found ? this.rooms.byId(found.roomId) : null, actor.userId);
    if (!file.ok) return file;
    const { kind, type, name } = file.value;
    return accepted({ kind, type, name });
  }
}
