import { join } from 'node:path';
import {
  accepted,
  messagingCommands as messaging,
  parseInput,
  type AnyEvent,
  type Audience,
  type ClientMsgId,
  type DraftOf,
  type FileId,
  type Message,
  type NamedRoomKind,
  type ReplyTo,
  type RoomId,
  type UserId,
} from '@devchitchat/contracts';
import {
  ErasedTexts,
  EventLog,
  GroupCommit,
  openDatabase,
  randomTrace,
  silentLogger,
  type Committed,
  type Database,
  type SignedInContext,
  serverContext,
} from '@devchitchat/service-kit';
import { logMigrations, temporaryFolder } from '@devchitchat/service-kit/testing';
import { SnapshotsRepository } from '../snapshots/snapshots.repository';
import { SyncController } from '../catching-up/sync.controller';
import { DirectsController } from '../directs/directs.controller';
import { DirectsRepository } from '../directs/directs.repository';
import type { FilesController } from '../files/files.controller';
import { ImportsController } from '../imports/imports.controller';
import { ImportsRepository } from '../imports/imports.repository';
import { RoomInvitesController } from '../invites/room-invites.controller';
import { RoomInvitesRepository } from '../invites/room-invites.repository';
import { LinesRepository } from '../lines/lines.repository';
import { MarksController } from '../messages/marks.controller';
import { MessageChanges } from '../messages/message-changes.service';
import { MessagesController } from '../messages/messages.controller';
import { MessagesRepository } from '../messages/messages.repository';
import { ActsRepository } from '../moderation/acts.repository';
import { BansRepository } from '../moderation/bans.repository';
import { MutesRepository } from '../moderation/mutes.repository';
import { ModerationController } from '../moderation/moderation.controller';
import { entities, migrations, projections } from '../messaging.database';
import { PeopleRepository } from '../people/people.repository';
import { MentionsRepository } from '../reading/mentions.repository';
import { ReadMarksRepository } from '../reading/read-marks.repository';
import { ReadMarks } from '../reading/read-marks.service';
import { ReadingController } from '../reading/reading.controller';
import { ReadingState } from '../reading/reading.service';
import { EverybodyRepository } from '../rooms/everybody.repository';
import { Everybody } from '../rooms/everybody.service';
import { RoomListRepository } from '../room-management/room-list.repository';
import { RoomsController } from '../room-management/rooms.controller';
import { RoomsRepository } from '../rooms/rooms.repository';
import { SearchController } from '../search/search.controller';
import type { SearchPlan } from '../search/plan';
import { SearchReader } from '../search/search.reader';
import { actorOf } from './people';
import { filesOn, type FilesOn } from './uploads';

type Edited = Pick<Message, 'roomId' | 'msgId' | 'revision'>;

/** A real messaging.sqlite in a temporary folder with the service's parts on it, without NATS. */
export class MessagingFile implements AsyncDisposable {
  readonly published: Committed[] = [];
  /** All notices so far: name, data and audience. */
  readonly notices: { readonly name: string; readonly data: unknown; readonly audience: Audience }[] = [];
  readonly log: EventLog;
  readonly rooms: RoomsRepository;
  readonly people: PeopleRepository;
  /** The command handlers. */
  readonly on: {
    readonly rooms: RoomsController;
    readonly directs: DirectsController;
    readonly invites: RoomInvitesController;
    readonly moderation: ModerationController;
    readonly messages: MessagesController;
    readonly marks: MarksController;
    readonly sync: SyncController;
    readonly reading: ReadingController;
    readonly search: SearchController;
    readonly imports: ImportsController;
    readonly files: FilesController;
  };
  readonly messages: MessagesRepository;
  /** Called between a search and its answer. */
  meanwhile: () => Promise<unknown> = () => Promise.resolve();
  private readonly erasedTexts: ErasedTexts;
  readonly snapshots: SnapshotsRepository;
  private readonly readMarks: ReadMarks;
  readonly groupCommit: GroupCommit;
  readonly files: FilesOn;

  private constructor(
    readonly folder: ReturnType<typeof temporaryFolder>,
    readonly database: Database,
  ) {
    const { sqlite, dataSource } = database;
    this.log = new EventLog(sqlite, projections(sqlite));
    const publish = (committed: Committed) => void this.published.push(committed);
    const groupCommit = new GroupCommit({ sqlite, log: this.log, logger: silentLogger, publish });
    this.groupCommit = groupCommit;
    this.people = new PeopleRepository(sqlite);
    this.rooms = new RoomsRepository(sqlite, groupCommit, this.people);
    this.messages = new MessagesRepository(sqlite);
    this.erasedTexts = new ErasedTexts(sqlite, silentLogger);
    const { messages } = this;
    this.files = filesOn({ sqlite, groupCommit, rooms: this.rooms, people: this.people, folder: folder.path });
    const { stored, sweep } = this.files;
    const lines = new LinesRepository(sqlite, this.log);
    const readMarks = new ReadMarksRepository(sqlite);
    const mentions = new MentionsRepository(sqlite);
    this.readMarks = new ReadMarks(groupCommit, this.rooms, readMarks, {
      notice: ({ name }, data, audience) => void this.notices.push({ name, data, audience }),
    });
    const reading = new ReadingState(this.rooms, this.people, readMarks, mentions);
    this.snapshots = new SnapshotsRepository(
      sqlite,
      this.log,
      this.rooms,
      messages,
      lines,
      new BansRepository(sqlite),
      new MutesRepository(sqlite),
      readMarks,
    );
    const { snapshots } = this;
    const changes = new MessageChanges(groupCommit, this.rooms, messages, this.people);
    const roomList = new RoomListRepository(dataSource);
    const directs = new DirectsRepository(sqlite);
    const invites = new RoomInvitesRepository(sqlite, dataSource);
    const reader = new SearchReader(sqlite);
    const searcher = {
      find: async (plan: SearchPlan) => {
        const finding = reader.find(plan);
        await this.meanwhile();
        return accepted(finding);
      },
    };
    const everybody = new Everybody(groupCommit, this.rooms, new EverybodyRepository(sqlite));
    this.on = {
      rooms: new RoomsController(groupCommit, this.rooms, roomList, snapshots, this.people, everybody, sweep),
      directs: new DirectsController(groupCommit, this.rooms, directs, snapshots, this.people),
      invites: new RoomInvitesController(groupCommit, this.rooms, invites, snapshots, this.people),
      moderation: new ModerationController(groupCommit, this.rooms, this.people, new ActsRepository(sqlite, this.log)),
      messages: new MessagesController(
        groupCommit,
        this.rooms,
        messages,
        lines,
        changes,
        this.erasedTexts,
        this.people,
        stored,
        sweep,
      ),
      marks: new MarksController(changes, messages),
      sync: new SyncController(this.log, this.rooms, snapshots, directs, reading),
      reading: new ReadingController(this.readMarks, this.rooms, this.people, mentions),
      search: new SearchController(this.rooms, messages, this.people, searcher),
      imports: new ImportsController(groupCommit, this.rooms, messages, new ImportsRepository(sqlite)),
      files: this.files.controller,
    };
  }

  static async open(): Promise<MessagingFile> {
    const folder = temporaryFolder();
    const file = join(folder.path, 'messaging.sqlite');
    const database = await openDatabase({ file, entities, migrations: [...logMigrations, ...migrations] });
    return new MessagingFile(folder, database);
  }

  as(userId: UserId): SignedInContext {
    return { actor: actorOf(userId), trace: randomTrace(), address: '', isAwaited: () => true };
  }

  /** Makes these people known to the service. */
  known(...people: readonly UserId[]): void {
    for (const userId of people) {
      this.people.register({ userId, handle: null, displayName: null, role: 'member', isBot: false });
    }
  }

  /** Opens the direct room of these people as the first one. */
  async direct([by, ...others]: readonly [UserId, ...UserId[]]): Promise<RoomId> {
    this.known(by, ...others);
    const opened = await this.on.directs.open({ userIds: others }, this.as(by));
    if (!opened.ok) throw new Error(opened.error.message);
    return opened.value.room.roomId;
  }

  /** Creates a room with these members; the first one owns it. */
  async room(kind: NamedRoomKind, name: string, [owner, ...others]: readonly [UserId, ...UserId[]]): Promise<RoomId> {
    this.known(owner, ...others);
    const created = await this.on.rooms.createRoom({ kind, name, topic: '' }, this.as(owner));
    if (!created.ok) throw new Error(created.error.message);
    const { roomId } = created.value.room;
    for (const userId of others) await this.on.rooms.addMember({ roomId, userId, history: 'whole' }, this.as(owner));
    return roomId;
  }

  send(userId: UserId, roomId: RoomId, text: string, clientMsgId = randomTrace(), files: readonly FileId[] = []) {
    const named = files.length > 0 && { files: files.map((fileId) => ({ fileId })) };
    const command = { roomId, clientMsgId: clientMsgId as ClientMsgId, text, ...named };
    return this.on.messages.sendMessage(command, this.as(userId));
  }

  edit(userId: UserId, { roomId, msgId, revision }: Edited, text: string) {
    return this.on.messages.editMessage({ roomId, msgId, revision, text }, this.as(userId));
  }

  delete(userId: UserId, { roomId, msgId }: Pick<Edited, 'roomId' | 'msgId'>, reason?: string) {
    return this.on.messages.deleteMessage({ roomId, msgId, ...(reason && { reason }) }, this.as(userId));
  }

  /** The messages of a room, oldest first. */
  messagesIn(roomId: RoomId): readonly Message[] {
    return this.messages.latest(roomId, 1_000, 1);
  }

  async search(
    userId: UserId,
    text: string,
    roomId?: RoomId,
    more: Partial<DraftOf<typeof messaging.searchQuery>> = {},
  ): Promise<ReplyTo<typeof messaging.searchQuery>> {
    const input = parseInput(messaging.searchQuery, { text, ...(roomId && { roomId }), ...more });
    return input.ok ? this.on.search.search(input.value, this.as(userId)) : input;
  }

  sync(userId: UserId, ...rooms: readonly { readonly roomId: RoomId; readonly after: number }[]) {
    const reply = this.on.sync.catchUp({ rooms: [...rooms], marksAfter: 0 }, this.as(userId));
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.value;
  }

  async erase({ eventId }: Pick<AnyEvent, 'eventId'>): Promise<void> {
    await this.groupCommit.run(serverContext(), () => accepted(this.log.erase(eventId)));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.readMarks.onModuleDestroy();
    await this.files.sweep.onModuleDestroy();
    this.erasedTexts.onModuleDestroy();
    await this.database.close();
    this.folder[Symbol.dispose]();
  }
}
