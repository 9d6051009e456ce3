import type { Projection, Sqlite } from '@devchitchat/service-kit';
import { Calls1764310000002 } from './calls/calls.migration';
import { NoDeliveries1764230000000 } from './catching-up/no-deliveries.migration';
import { Directs1763710000001 } from './directs/directs.migration';
import { DirectsProjection } from './directs/directs.projection';
import { FilesByRoom1764340000001 } from './files/files-by-room.migration';
import { Files1764340000000 } from './files/files.migration';
import { FilesProjection } from './files/files.projection';
import { ImportedRooms1763750000000 } from './imports/imported-rooms.migration';
import { UnfinishedImports1764300000000 } from './imports/unfinished-imports.migration';
import { RoomInviteEntity } from './invites/room-invite.entity';
import { RoomInvitesProjection } from './invites/room-invites.projection';
import { ServerInvite1764300000002 } from './invites/server-invite.migration';
import { RoomLines1764310000000 } from './lines/lines.migration';
import { LinesProjection } from './lines/lines.projection';
import { MessagesProjection } from './messages/messages.projection';
import { ReactionsProjection } from './messages/reactions.projection';
import { MessageChanges1763670000000 } from './message-changes.migration';
import { Messaging1763600200000 } from './messaging.migration';
import { ModerationActs1763760000001 } from './moderation/acts.migration';
import { ActsProjection } from './moderation/acts.projection';
import { BansProjection } from './moderation/bans.projection';
import { Bans1763680000000 } from './moderation/bans.migration';
import { Mutes1763700000000 } from './moderation/mutes.migration';
import { MutesProjection } from './moderation/mutes.projection';
import { Bots1764230000001 } from './people/bots.migration';
import { ErasedReasons1763760000002 } from './erasure/erased-reasons.migration';
import { Erasures1763740000002 } from './erasure/erasures.migration';
import { InactivePeople1763660000000 } from './people/inactive-people.migration';
import { DeletedMessages1764310000001 } from './reading/deleted-messages.migration';
import { MentionsProjection } from './reading/mentions.projection';
import { Reading1763720000000 } from './reading/reading.migration';
import { DeletedRooms1763690000000 } from './rooms/deleted-rooms.migration';
import { ForEverybody1764320000000 } from './rooms/for-everybody.migration';
import { HistoryStart1763710000000 } from './rooms/history-start.migration';
import { MemberEntity } from './rooms/member.entity';
import { RoomEntity } from './rooms/room.entity';
import { RoomSettings1763760000000 } from './rooms/room-settings.migration';
import { RoomsProjection } from './rooms/rooms.projection';
import { SearchForms1764300000003 } from './search/search-forms.migration';
import { SecondSearchForms1764330000000 } from './search/second-search-forms.migration';
import { SearchIndexes1763730000000 } from './search/search-indexes.migration';
import { SearchProjection } from './search/search.projection';

export const entities = [RoomEntity, MemberEntity, RoomInviteEntity];

export const migrations = [
  Messaging1763600200000,
  InactivePeople1763660000000,
  MessageChanges1763670000000,
  Bans1763680000000,
  DeletedRooms1763690000000,
  Mutes1763700000000,
  HistoryStart1763710000000,
  Directs1763710000001,
  Reading1763720000000,
  SearchIndexes1763730000000,
  Erasures1763740000002,
  ImportedRooms1763750000000,
  RoomSettings1763760000000,
  ModerationActs1763760000001,
  ErasedReasons1763760000002,
  NoDeliveries1764230000000,
  Bots1764230000001,
  UnfinishedImports1764300000000,
  ServerInvite1764300000002,
  SearchForms1764300000003,
  RoomLines1764310000000,
  DeletedMessages1764310000001,
  Calls1764310000002,
  ForEverybody1764320000000,
  SecondSearchForms1764330000000,
  Files1764340000000,
  FilesByRoom1764340000001,
];

/**
 * Rooms first, because the others refer to them. Search before messages, because it looks up the words it has to
 * remove.
 */
export const projections = (sqlite: Sqlite): readonly Projection[] => [
  new RoomsProjection(sqlite),
  new DirectsProjection(sqlite),
  new BansProjection(sqlite),
  new MutesProjection(sqlite),
  new RoomInvitesProjection(sqlite),
  new SearchProjection(sqlite),
  new MessagesProjection(sqlite),
  new ActsProjection(sqlite),
  new LinesProjection(sqlite),
  new ReactionsProjection(sqlite),
  new MentionsProjection(sqlite),
  new FilesProjection(sqlite),
];
