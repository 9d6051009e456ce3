import { messagingCommands as messaging } from '@devchitchat/contracts';
import { startMessaging } from './testing/running-messaging';

it('takes a message, says it to the room, and finds it again', async () => {
  await using running = await startMessaging();
  const ada = await running.newcomer('ada');
  const { room } = await running.told(ada, messaging.roomCreate, { name: 'kitchen', kind: 'public' });
  const { roomId } = room;
  const ack = await running.told(ada, messaging.msgSend, { roomId, clientMsgId: 'c-0000001', text: 'Hello, everyone' });

  const message = { roomId, userId: ada.userId, clientMsgId: 'c-0000001', text: 'Hello, everyone', ...ack };
  expect((await running.told(ada, messaging.msgList, { roomId })).messages).toEqual([message]);
  const { hits } = await running.told(ada, messaging.searchQuery, { text: 'hello every' });
  expect(hits).toEqual([{ message, snippet: '\u0001Hello\u0002, \u0001everyone\u0002' }]);
  expect((await running.heardBy(ada)).at(-1)).toMatchObject({ type: 'message.sent', eventId: ack.eventId });
});
