import type { Projection, Sqlite } from '@devchitchat/service-kit';
import { DeliveryEntity } from './catching-up/delivery.entity';
import { RoomInviteEntity } from './invites/room-invite.entity';
import { RoomInvitesProjection } from './invites/room-invites.projection';
import { MessageEntity } from './messages/message.entity';
import { MessagesProjection } from './messages/messages.projection';
import { Messaging1763600200000 } from './messaging.migration';
import { PersonEntity } from './people/person.entity';
import { MemberEntity } from './rooms/member.entity';
import { RoomEntity } from './rooms/room.entity';
import { RoomsProjection } from './rooms/rooms.projection';
import { SearchProjection } from './search/search.projection';

export const entities = [RoomEntity, MemberEntity, RoomInviteEntity, MessageEntity, PersonEntity, DeliveryEntity];

export const migrations = [Messaging1763600200000];

/** Rooms first: the others refer to them. */
export const projections = (sqlite: Sqlite): readonly Projection[] => [
  new RoomsProjection(sqlite),
  new RoomInvitesProjection(sqlite),
  new MessagesProjection(sqlite),
  new SearchProjection(sqlite),
];
