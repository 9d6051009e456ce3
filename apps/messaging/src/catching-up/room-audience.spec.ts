import { messagingCommands as messaging, scopeHead, subjects, type PublishedNotice } from '@devchitchat/contracts';
import { until } from '@devchitchat/service-kit/testing';
import { startMessaging } from '../testing/running-messaging';

it('the service announces the head of every scope when it starts, in case a crash kept its last events from clients', async () => {
  await using running = await startMessaging();
  const ada = await running.newcomer('ada');
  const { room } = await running.told(ada, messaging.roomCreate, { name: 'kitchen', kind: 'private' });
  const { roomId } = room;
  const bob = await running.newcomer('bob');
  await running.told(ada, messaging.roomMemberAdd, { roomId, userId: bob.userId });
  await running.told(bob, messaging.roomLeave, { roomId });
  const { eventId } = await running.told(ada, messaging.msgSend, { roomId, clientMsgId: 'c-0000001', text: 'Hello' });
  await running.stop();

  const heads: PublishedNotice<typeof scopeHead>[] = [];
  running.nats.subscribe(subjects.notice('messaging', scopeHead.name), {
    callback: (_error, message) => void heads.push(message.json()),
  });
  await running.nats.flush();
  await running.start();
  await until(() => heads.some(({ data }) => data.scope.id === roomId));
  expect(heads.find(({ data }) => data.scope.id === roomId)).toEqual({
    audience: [ada.userId, bob.userId],
    name: 'scope.head',
    data: { service: 'messaging', scope: { kind: 'room', id: roomId }, head: eventId },
  });
});
