import { join } from 'node:path';
import {
  accepted,
  messagingCommands as messaging,
  parseInput,
  type AnyEvent,
  type ClientMsgId,
  type RoomId,
  type RoomKind,
  type UserId,
} from '@devchitchat/contracts';
import {
  EventLog,
  GroupCommit,
  openDatabase,
  randomTrace,
  silentLogger,
  type Committed,
  type Database,
  type SignedInContext,
} from '@devchitchat/service-kit';
import { EventLog1763600000000, temporaryFolder } from '@devchitchat/service-kit/testing';
import { DeliveriesController } from '../catching-up/deliveries.controller';
import { DeliveriesRepository } from '../catching-up/deliveries.repository';
import { SnapshotsRepository } from '../catching-up/snapshots.repository';
import { SyncController } from '../catching-up/sync.controller';
import { RoomInvitesController } from '../invites/room-invites.controller';
import { RoomInvitesRepository } from '../invites/room-invites.repository';
import { MessagesController } from '../messages/messages.controller';
import { MessagesRepository } from '../messages/messages.repository';
import { entities, migrations, projections } from '../messaging.database';
import { PeopleRepository } from '../people/people.repository';
import { RoomListRepository } from '../rooms/room-list.repository';
import { RoomsController } from '../rooms/rooms.controller';
import { RoomsRepository } from '../rooms/rooms.repository';
import { SearchController } from '../search/search.controller';
import { SearchRepository } from '../search/search.repository';
import { serverContext } from '../server-context';
import { actorOf } from './people';

/** A real messaging.sqlite in a folder of its own, and the service's parts on it, without NATS. */
export class MessagingFile implements AsyncDisposable {
  readonly published: Committed[] = [];
  readonly log: EventLog;
  readonly rooms: RoomsRepository;
  readonly people: PeopleRepository;
  readonly deliveries: DeliveriesRepository;
  /** What answers commands. */
  readonly on: {
    readonly rooms: RoomsController;
    readonly invites: RoomInvitesController;
    readonly messages: MessagesController;
    readonly sync: SyncController;
    readonly deliveries: DeliveriesController;
    readonly search: SearchController;
  };
  private readonly groupCommit: GroupCommit;

  private constructor(
    private readonly folder: ReturnType<typeof temporaryFolder>,
    readonly database: Database,
  ) {
    const { sqlite, dataSource } = database;
    this.log = new EventLog(sqlite, projections(sqlite));
    const publish = (committed: Committed) => void this.published.push(committed);
    const groupCommit = new GroupCommit({ sqlite, log: this.log, logger: silentLogger, publish });
    this.groupCommit = groupCommit;
    this.rooms = new RoomsRepository(sqlite, groupCommit);
    this.people = new PeopleRepository(sqlite);
    this.deliveries = new DeliveriesRepository(sqlite, groupCommit);
    const messages = new MessagesRepository(sqlite);
    const snapshots = new SnapshotsRepository(sqlite, this.log, this.rooms, messages);
    const roomList = new RoomListRepository(dataSource);
    const invites = new RoomInvitesRepository(sqlite, dataSource);
    this.on = {
      rooms: new RoomsController(groupCommit, this.rooms, roomList, snapshots, this.people),
      invites: new RoomInvitesController(groupCommit, this.rooms, invites, snapshots),
      messages: new MessagesController(groupCommit, this.rooms, messages),
      sync: new SyncController(this.log, this.rooms, snapshots),
      deliveries: new DeliveriesController(this.rooms, this.deliveries),
      search: new SearchController(this.rooms, messages, new SearchRepository(sqlite)),
    };
  }

  static async open(): Promise<MessagingFile> {
    const folder = temporaryFolder();
    const file = join(folder.path, 'messaging.sqlite');
    const database = await openDatabase({ file, entities, migrations: [EventLog1763600000000, ...migrations] });
    return new MessagingFile(folder, database);
  }

  as(userId: UserId): SignedInContext {
    return { actor: actorOf(userId), trace: randomTrace(), address: '', isAwaited: () => true };
  }

  /** A room with these people in it; the first one owns it. */
  async room(kind: RoomKind, name: string, [owner, ...others]: readonly [UserId, ...UserId[]]): Promise<RoomId> {
    for (const userId of [owner, ...others]) {
      this.people.register({ userId, handle: null, displayName: null, role: 'member' });
    }
    const created = await this.on.rooms.createRoom({ kind, name, topic: '' }, this.as(owner));
    if (!created.ok) throw new Error(created.error.message);
    const { roomId } = created.value.room;
    for (const userId of others) await this.on.rooms.addMember({ roomId, userId }, this.as(owner));
    return roomId;
  }

  send(userId: UserId, roomId: RoomId, text: string, clientMsgId = randomTrace()) {
    const command = { roomId, clientMsgId: clientMsgId as ClientMsgId, text };
    return this.on.messages.sendMessage(command, this.as(userId));
  }

  search(userId: UserId, text: string, roomId?: RoomId) {
    const input = parseInput(messaging.searchQuery, { text, ...(roomId && { roomId }) });
    return input.ok ? this.on.search.search(input.value, this.as(userId)) : input;
  }

  sync(userId: UserId, ...rooms: readonly { readonly roomId: RoomId; readonly after: number }[]) {
    const reply = this.on.sync.catchUp({ rooms: [...rooms] }, this.as(userId));
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.value;
  }

  async erase({ eventId }: Pick<AnyEvent, 'eventId'>): Promise<void> {
    await this.groupCommit.run(serverContext(), () => accepted(this.log.erase(eventId)));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.deliveries.onModuleDestroy();
    await this.database.close();
    this.folder[Symbol.dispose]();
  }
}
