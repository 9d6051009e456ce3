import { dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import {
  isEvent,
  messagingCommands as messaging,
  messagingEvents,
  signalingEvents as events,
  type BodyOf,
  type CallId,
  type EventType,
  type PeerId,
  type RoomId,
  type UserId,
} from '@devchitchat/contracts';
import { draft } from '@devchitchat/service-kit';
import { startLog, until } from '@devchitchat/service-kit/testing';
import { startMessaging, type RunningMessaging } from '../testing/running-messaging';

/** The parts of signaling that messaging sees: the log of its calls. */
async function startSignaling(running: RunningMessaging) {
  const { append, stop } = await startLog('signaling', join(dirname(running.file), 'signaling.sqlite'), running.nats);
  const add = <E extends EventType>(type: E, body: BodyOf<E>, scopeId: CallId) =>
    append(draft(type, { scopeId, body, content: null, audience: [] }));
  return {
    stop,
    start: (callId: CallId, roomId: RoomId, startedBy: UserId) =>
      add(events.callStarted, { callId, roomId, startedBy }, callId),
    join: (callId: CallId, roomId: RoomId, userId: UserId) =>
      add(
        events.callJoined,
        {
          callId,
          roomId,
          userId,
          peerId: `p_${userId.slice(2)}` as PeerId,
          streams: [],
          muted: false,
          deafened: false,
        },
        callId,
      ),
    end: (callId: CallId, roomId: RoomId) => add(events.callEnded, { callId, roomId, reason: 'ended' }, callId),
  };
}

const call = (n: number) => `c_${String(n).padStart(16, '0')}` as CallId;

it('a call is told in its room when it has ended, once, across restarts, and none from before', async () => {
  await using running = await startMessaging();
  const [ada, bob] = [await running.newcomer('ada'), await running.newcomer('bob')];
  const { room } = await running.told(ada, messaging.roomCreate, { name: 'kitchen', kind: 'public' });
  const { roomId } = room;
  await running.told(bob, messaging.roomJoin, { roomId });
  await running.stop();

  const signaling = await startSignaling(running);
  await using cleanup = new AsyncDisposableStack();
  cleanup.defer(signaling.stop);
  for (const step of [signaling.start(call(1), roomId, ada.userId), signaling.join(call(1), roomId, ada.userId)])
    await step;
  await signaling.end(call(1), roomId);
  await signaling.start(call(2), roomId, ada.userId);
  await running.start();
  const hasBegun = () => {
    const sqlite = new BetterSqlite3(running.file, { readonly: true });
    const row = sqlite.prepare('SELECT event_id FROM calls_cursor').get();
    sqlite.close();
    return row !== undefined;
  };
  await until(hasBegun);

  const told = async () => {
    const { lines = [] } = await running.told(ada, messaging.msgList, { roomId });
    return lines.filter((line) => line.kind === 'called');
  };
  await signaling.join(call(2), roomId, ada.userId);
  await signaling.end(call(2), roomId);
  await signaling.start(call(3), roomId, ada.userId);
  await signaling.join(call(3), roomId, ada.userId);
  await running.stop();
  await running.start();
  await signaling.join(call(3), roomId, bob.userId);
  await signaling.end(call(3), roomId);
  await until(async () => (await told()).length > 0);
  expect(await told()).toMatchObject([{ by: null, callId: call(3), userIds: [ada.userId, bob.userId], count: 2 }]);
  const heard = (await running.heardBy(bob)).filter((event) => isEvent(messagingEvents.roomCallEnded, event));
  expect(heard).toHaveLength(1);
  expect(await running.told(bob, messaging.msgList, { roomId })).toMatchObject({ messages: [] });
});
