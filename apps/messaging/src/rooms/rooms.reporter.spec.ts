import {
  messagingCommands as messaging,
  roomsReport,
  subjects,
  type ClientMsgId,
  type PublishedNotice,
} from '@devchitchat/contracts';
import { startMessaging } from '../testing/running-messaging';

it('the report describes rooms in numbers, without any text', async () => {
  await using running = await startMessaging();
  const ada = await running.newcomer('ada');
  const { room } = await running.told(ada, messaging.roomCreate, { name: 'hush-hush', kind: 'private' });
  const said = { roomId: room.roomId, clientMsgId: 'client-msg-1' as ClientMsgId, text: 'xyzzy' };
  const { ts } = await running.told(ada, messaging.msgSend, said);
  const text = await new Promise<string>((resolve) => {
    running.nats.subscribe(subjects.notice('messaging', roomsReport.name), {
      callback: (_error, message) => resolve(message.string()),
    });
  });
  const { data } = JSON.parse(text) as PublishedNotice<typeof roomsReport>;
  expect(roomsReport.data.parse(data)).toMatchObject({
    roomCount: 2,
    rooms: [
      { roomId: room.roomId, members: 1, lastSeq: 1, lastMessageAt: ts },
      { lastSeq: 0, lastMessageAt: null },
    ],
  });
  expect(text).not.toMatch(/hush-hush|xyzzy|lobby/);
});
