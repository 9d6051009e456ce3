import { accepted, messagingEvents, type ClientMsgId, type MsgId } from '@devchitchat/contracts';
import { draft } from '@devchitchat/service-kit';
import { created, joined, kitchen, left, roomAfter, said, settingsChanged } from '../testing/history';
import { ada, bob, people } from '../testing/people';
import { send, type EarlierSend } from './send';

const command = { roomId: kitchen, clientMsgId: 'c-0000001' as ClientMsgId, text: 'Hello' };
const msgId = 4711 as MsgId;
const ack = { msgId: 12 as MsgId, seq: 2, eventId: 99, ts: 5_000 };
const room = roomAfter(created('public', ada), joined(ada, 'owner'), joined(bob), said(1), said(2));

const sendAfter = (earlier: EarlierSend | undefined) => send(room, command, bob, msgId, earlier, people);

describe('sending a message', () => {
  it('takes the next place in the room; its members hear it, the sender too', () => {
    expect(sendAfter(undefined)).toEqual(
      accepted({
        type: 'new',
        draft: draft(messagingEvents.messageSent, {
          scopeId: kitchen,
          body: { roomId: kitchen, msgId, seq: 3, clientMsgId: command.clientMsgId },
          content: { text: 'Hello' },
          audience: [ada, bob],
        }),
      }),
    );
  });

  it('may answer a message that was said here, and no other', () => {
    const answerTo = (replyTo: number) => send(room, { ...command, replyTo }, bob, msgId, undefined, people);
    expect(answerTo(2)).toMatchObject({ value: { draft: { body: { seq: 3, replyTo: 2 } } } });
    expect(answerTo(3)).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  it('calls everybody when the owner or a mod says so, and nobody else', () => {
    const everyone = (by: typeof ada, text: string) => {
      const sending = send(room, { ...command, text }, by, msgId, undefined, people);
      return sending.ok && sending.value.type === 'new' && sending.value.draft.body.everyone;
    };
    expect([everyone(ada, '@everyone!'), everyone(bob, '@everyone!'), everyone(ada, 'everyone')]).toEqual([
      true,
      undefined,
      undefined,
    ]);
  });

  it('calls everybody when any member says so, where the room lets them', () => {
    const open = roomAfter(created('public', ada), joined(bob), settingsChanged({ everyoneBy: 'everybody' }));
    const sending = send(open, { ...command, text: '@everyone!' }, bob, msgId, undefined, people);
    expect(sending).toMatchObject({ value: { draft: { body: { everyone: true } } } });
  });

  it('gives a retry the answer of the first try', () => {
    expect(sendAfter({ ack, text: 'Hello' })).toEqual(accepted({ type: 'sent before', ack }));
  });

  it('gives it even when the words are erased meanwhile', () => {
    expect(sendAfter({ ack, text: null })).toEqual(accepted({ type: 'sent before', ack }));
  });

  it('refuses another text under the same id', () => {
    expect(sendAfter({ ack, text: 'Bye' })).toMatchObject({ ok: false, error: { code: 'conflict', retryable: false } });
  });

  it('is for members; a retry after leaving is not answered either', () => {
    const gone = roomAfter(created('public', ada), joined(bob), left(bob));
    for (const state of [null, gone]) {
      expect(send(state, command, bob, msgId, { ack, text: 'Hello' }, people)).toMatchObject({
        ok: false,
        error: { code: 'not_found' },
      });
    }
  });
});
