import { partsOfTimedCursor, type Actor, type messagingCommands, type ValueOf } from '@devchitchat/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MemberEntity } from '../rooms/member.entity';
import { RoomEntity } from '../rooms/room.entity';

type ListedRoom = ValueOf<typeof messagingCommands.roomList>['rooms'][number];

@Injectable()
export class RoomListRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The first `limit` rooms after a position that the person is in or could join, oldest first. */
  async for({ userId, role }: Actor, after: string | undefined, limit: number): Promise<ListedRoom[]> {
    const { time, id } = after === undefined ? { time: -1, id: '' } : partsOfTimedCursor(after);
    const { entities, raw } = await this.dataSource
      .getRepository(RoomEntity)
      .createQueryBuilder('room')
      .leftJoin(MemberEntity.options.name, 'mine', 'mine.roomId = room.roomId AND mine.userId = :userId', { userId })
      .addSelect('mine.userId IS NOT NULL', 'joined')
      .addSelect(
        `EXISTS (SELECT 1 FROM room_bans ban WHERE ban.room_id = room.room_id AND ban.user_id = :userId)
        AND (:isAdmin = 0 OR EXISTS (SELECT 1 FROM room_members WHERE room_id = room.room_id AND role = 'owner'))`,
        'banned',
      )
      .addSelect(
        (count) => count.select('COUNT(*)').from(MemberEntity, 'member').where('member.roomId = room.roomId'),
        'memberCount',
      )
      .addSelect('(SELECT ts FROM messages WHERE room_id = room.room_id ORDER BY seq DESC LIMIT 1)', 'lastMessageAt')
      .setParameter('isAdmin', role === 'admin' ? 1 : 0)
      .where("room.deletedAt IS NULL AND NOT room.hidden AND (room.kind = 'public' OR mine.userId IS NOT NULL)")
      .andWhere('(room.createdAt > :time OR (room.createdAt = :time AND room.roomId > :id))', { time, id })
      .orderBy('room.createdAt')
      .addOrderBy('room.roomId')
      .limit(limit)
      .getRawAndEntities<{ joined: number; banned: number; memberCount: number; lastMessageAt: number | null }>();
    return entities.map(({ publicNameKey, deletedAt, hidden, unannounced, forEverybody, ...room }, at) => ({
      ...room,
      ...(forEverybody && { forEverybody }),
      joined: raw[at]?.joined === 1,
      ...(raw[at]?.banned === 1 && { banned: true as const }),
      memberCount: raw[at]?.memberCount ?? 0,
      lastMessageAt: raw[at]?.lastMessageAt ?? null,
    }));
  }
}
