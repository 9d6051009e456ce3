import type { messagingCommands, UserId, ValueOf } from '@devchitchat/contracts';
import { thatFit } from '@devchitchat/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MemberEntity } from './member.entity';
import { RoomEntity } from './room.entity';

type ListedRoom = ValueOf<typeof messagingCommands.roomList>['rooms'][number];

@Injectable()
export class RoomListRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The rooms somebody is in, then the public ones they could be in, each from the oldest on. Some 1,000 at most. */
  async for(userId: UserId): Promise<ListedRoom[]> {
    const { entities, raw } = await this.dataSource
      .getRepository(RoomEntity)
      .createQueryBuilder('room')
      .leftJoin(MemberEntity.options.name, 'mine', 'mine.roomId = room.roomId AND mine.userId = :userId', { userId })
      .addSelect('mine.userId IS NOT NULL', 'joined')
      .addSelect(
        (count) => count.select('COUNT(*)').from(MemberEntity, 'member').where('member.roomId = room.roomId'),
        'memberCount',
      )
      .where("room.deletedAt IS NULL AND NOT room.hidden AND (room.kind = 'public' OR mine.userId IS NOT NULL)")
      .orderBy('joined', 'DESC')
      .addOrderBy('room.createdAt')
      .addOrderBy('room.roomId')
      .getRawAndEntities<{ joined: number; memberCount: number }>();
    const rooms = entities.map(({ publicNameKey, deletedAt, hidden, unannounced, ...room }, at) => ({
      ...room,
      joined: raw[at]?.joined === 1,
      memberCount: raw[at]?.memberCount ?? 0,
    }));
    return thatFit(rooms);
  }
}
