import type { RoomId, UserId } from '@devchitchat/contracts';
import { MessagingFile } from '../testing/messaging-file';
import { ada, bob, cleo } from '../testing/people';
import { DeliveryEntity } from './delivery.entity';

let messaging: MessagingFile;
let roomId: RoomId;

beforeEach(async () => {
  messaging = await MessagingFile.open();
  roomId = await messaging.room('public', 'kitchen', [ada, bob]);
  for (let at = 0; at < 5; at++) await messaging.send(ada, roomId, 'Hello');
});

afterEach(() => messaging[Symbol.asyncDispose]());

const acknowledge = (userId: UserId, seq: number, room = roomId) =>
  messaging.on.deliveries.acknowledge({ rooms: [{ roomId: room, seq }] }, messaging.as(userId));

const stored = async () => {
  await messaging.deliveries.onModuleDestroy();
  const rows = await messaging.database.dataSource.getRepository(DeliveryEntity).find({ order: { userId: 'ASC' } });
  return rows.map(({ userId, afterSeq }) => [userId, afterSeq]);
};

describe('a delivery watermark', () => {
  it('goes up and never down, now and later', async () => {
    acknowledge(ada, 3);
    acknowledge(ada, 2);
    expect(await stored()).toEqual([[ada, 3]]);
    acknowledge(ada, 1);
    expect(await stored()).toEqual([[ada, 3]]);
    acknowledge(ada, 4);
    expect(await stored()).toEqual([[ada, 4]]);
  });

  it('never goes beyond what was said', async () => {
    acknowledge(bob, 1_000_000);
    expect(await stored()).toEqual([[bob, 5]]);
  });

  it('is kept for rooms one is in', async () => {
    expect(acknowledge(cleo, 1)).toEqual({ ok: true, value: {} });
    expect(acknowledge(ada, 1, 'r_0000000000000000' as RoomId)).toEqual({ ok: true, value: {} });
    expect(await stored()).toEqual([]);
  });

  it('waits in memory while the disk takes no more', async () => {
    const { sqlite } = messaging.database;
    acknowledge(ada, 3);
    sqlite.pragma('query_only = ON');
    expect(await stored()).toEqual([]);
    sqlite.pragma('query_only = OFF');
    expect(await stored()).toEqual([[ada, 3]]);
  });
});
