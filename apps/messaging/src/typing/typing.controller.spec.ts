import { messagingCommands as messaging, subjects, typing, type PublishedNotice } from '@devchitchat/contracts';
import { startMessaging } from '../testing/running-messaging';

it('typing is announced to the room, and stored nowhere', async () => {
  await using running = await startMessaging();
  const ada = await running.newcomer('ada');
  const { room } = await running.told(ada, messaging.roomCreate, { name: 'kitchen', kind: 'private' });
  const { roomId } = room;
  const bob = await running.newcomer('bob');
  await running.told(ada, messaging.roomMemberAdd, { roomId, userId: bob.userId });
  const before = await running.heardBy(ada);
  const heard: PublishedNotice<typeof typing>[] = [];
  running.nats.subscribe(subjects.notice('messaging', typing.name), {
    callback: (_error, message) => void heard.push(message.json()),
  });
  await running.nats.flush();

  await running.told(bob, messaging.typingStart, { roomId });
  const stranger = await running.newcomer('cleo');
  expect(await running.ask(stranger, messaging.typingStart, { roomId })).toMatchObject({
    error: { code: 'not_found' },
  });
  await running.nats.flush();

  expect(heard).toEqual([{ audience: [ada.userId], name: 'typing', data: { roomId, userId: bob.userId } }]);
  const since = (await running.heardBy(ada)).slice(before.length);
  expect(since.filter(({ scope }) => scope.id === roomId)).toEqual([]);
});
