import { messagingCommands as messaging, type Actor, type ClientMsgId, type RoomId } from '@devchitchat/contracts';
import { startMessaging, type RunningMessaging } from '../testing/running-messaging';

let running: RunningMessaging;
let ada: Actor;
let bob: Actor;

beforeAll(async () => {
  running = await startMessaging();
  ada = await running.newcomer('ada', 'admin');
  bob = await running.newcomer('bob');
});

afterAll(() => running[Symbol.asyncDispose]());

const makeRoom = async (kind: 'public' | 'private', name: string): Promise<RoomId> =>
  (await running.told(ada, messaging.roomCreate, { name, kind })).room.roomId;
const isRefused = (code: string) => ({ ok: false, error: { code } });

describe('a message', () => {
  it('sent a hundred times at once is stored and published once', async () => {
    const roomId = await makeRoom('public', 'cellar');
    const once = { roomId, clientMsgId: 'c-0000001' as ClientMsgId, text: 'Hello' };
    const acks = await Promise.all(Array.from({ length: 100 }, () => running.told(ada, messaging.msgSend, once)));
    for (const ack of acks) expect(ack).toEqual(acks[0]);
    expect((await running.told(ada, messaging.msgList, { roomId })).messages).toHaveLength(1);
    const said = (await running.heardBy(ada)).filter(
      ({ scope, type }) => scope.id === roomId && type === 'message.sent',
    );
    expect(said).toHaveLength(1);
    expect(await running.ask(ada, messaging.msgSend, { ...once, text: 'Bye' })).toMatchObject(isRefused('conflict'));
  });

  it('has the same seq for everyone when many people write at once in two rooms', async () => {
    const rooms = [await makeRoom('public', 'left'), await makeRoom('public', 'right')];
    for (const roomId of rooms) await running.told(bob, messaging.roomJoin, { roomId });
    await Promise.all(
      Array.from({ length: 200 }, (_, at) =>
        running.told(at % 3 ? ada : bob, messaging.msgSend, {
          roomId: rooms[at % 2]!,
          clientMsgId: `c-000${at}-many`,
          text: `text ${at}`,
        }),
      ),
    );
    for (const roomId of rooms) {
      const { messages } = await running.told(bob, messaging.msgList, { roomId, limit: 200 });
      expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, at) => at + 1));
      const heard = (await running.heardBy(bob)).filter(
        ({ scope, type }) => scope.id === roomId && type === 'message.sent',
      );
      expect(heard.map(({ content }) => (content as { text: string }).text)).toEqual(messages.map(({ text }) => text));
    }
  });
});
