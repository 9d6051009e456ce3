import { accepted, messagingEvents, type ClientMsgId, type MsgId } from '@devchitchat/contracts';
import { draft } from '@devchitchat/service-kit';
import { created, joined, kitchen, left, muted, roomAfter, said, settingsChanged } from '../testing/history';
import { ada, bob, people, peopleWith } from '../testing/people';
import { send, type EarlierSend, type SendFacts } from './send';

const command = { roomId: kitchen, clientMsgId: 'c-0000001' as ClientMsgId, text: 'Hello' };
const msgId = 4711 as MsgId;
const ack = { msgId: 12 as MsgId, seq: 2, eventId: 99, ts: 5_000 };
const room = roomAfter(created('public', ada), joined(ada, 'owner'), joined(bob), said(1), said(2));

const now = 90_000;
const facts: SendFacts = {
  by: bob,
  isBot: false,
  now,
  msgId,
  earlier: undefined,
  lastSaidAt: () => undefined,
  people,
};

const sendAfter = (earlier: EarlierSend | undefined) => send(room, command, { ...facts, earlier });

describe('sending a message', () => {
  it('takes the next seq in the room, and its members hear it, including the sender', () => {
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

  it('may answer a message of the same room, and no other', () => {
    const answerTo = (replyTo: number) => send(room, { ...command, replyTo }, facts);
    expect(answerTo(2)).toMatchObject({ value: { draft: { body: { seq: 3, replyTo: 2 } } } });
    expect(answerTo(3)).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  it('mentions everyone if the owner or a mod writes @everyone, and not otherwise', () => {
    const everyone = (by: typeof ada, text: string) => {
      const sending = send(room, { ...command, text }, { ...facts, by });
      return sending.ok && sending.value.type === 'new' && sending.value.draft.body.everyone;
    };
    expect([everyone(ada, '@everyone!'), everyone(bob, '@everyone!'), everyone(ada, 'everyone')]).toEqual([
      true,
      undefined,
      undefined,
    ]);
  });

  it('mentions everyone if any member writes @everyone in a room that allows it', () => {
    const open = roomAfter(created('public', ada), joined(bob), settingsChanged({ everyoneBy: 'everybody' }));
    const sending = send(open, { ...command, text: '@everyone!' }, facts);
    expect(sending).toMatchObject({ value: { draft: { body: { everyone: true } } } });
  });

  it('gives a retry the reply of the first attempt', () => {
    expect(sendAfter({ ack, text: 'Hello' })).toEqual(accepted({ type: 'sent before', ack }));
  });

  it('gives a retry the first reply even if the text was erased meanwhile', () => {
    expect(sendAfter({ ack, text: null })).toEqual(accepted({ type: 'sent before', ack }));
  });

  it('refuses another text under the same id', () => {
    expect(sendAfter({ ack, text: 'Bye' })).toMatchObject({ ok: false, error: { code: 'conflict', retryable: false } });
  });

  it('is for members; a retry after leaving is refused as well', () => {
    const gone = roomAfter(created('public', ada), joined(bob), left(bob));
    for (const state of [null, gone]) {
      expect(send(state, command, { ...facts, earlier: { ack, text: 'Hello' } })).toMatchObject({
        ok: false,
        error: { code: 'not_found' },
      });
    }
  });
});

describe('a message that is refused for several reasons', () => {
  /** A direct room with a deactivated person, in slow mode, where the sender is muted. */
  const events = [
    created('direct', ada),
    joined(ada),
    joined(bob),
    said(1),
    settingsChanged({ slowModeSeconds: 30 }),
    muted(bob, now + 60_000),
  ];
  const worst: SendFacts = {
    ...facts,
    earlier: { ack, text: 'Bye' },
    lastSaidAt: () => now - 10_000,
    people: peopleWith({ inactive: [ada] }),
  };
  const toNothing = { ...command, replyTo: 9 };

  it.each([
    ['membership', 'not_found', roomAfter(...events, left(bob)), toNothing, worst],
    ['another text under the same id', 'conflict', roomAfter(...events), toNothing, worst],
    ['the message it answers', 'conflict', roomAfter(...events), toNothing, { ...worst, earlier: undefined }],
    ['the mute', 'forbidden', roomAfter(...events), command, { ...worst, earlier: undefined }],
    ['slow mode', 'rate_limited', roomAfter(...events.slice(0, -1)), command, { ...worst, earlier: undefined }],
    [
      'no one left to read it',
      'forbidden',
      roomAfter(...events.slice(0, -1)),
      command,
      { ...worst, earlier: undefined, lastSaidAt: () => undefined },
    ],
  ] as const)('is refused for %s before the remaining reasons', (_reason, code, state, wanted, known) => {
    expect(send(state, wanted, known)).toMatchObject({ ok: false, error: { code } });
  });

  it('is accepted once no reason is left', () => {
    const others = { ...worst, earlier: undefined, lastSaidAt: () => undefined, people };
    expect(send(roomAfter(...events.slice(0, -1)), command, others)).toMatchObject({ value: { type: 'new' } });
  });

  it('is accepted as a retry, even if its sender was muted meanwhile', () => {
    const retry = { ...worst, earlier: { ack, text: command.text } };
    expect(send(roomAfter(...events), toNothing, retry)).toEqual(accepted({ type: 'sent before', ack }));
  });

  it('looks up the sender’s last message only if slow mode applies', () => {
    const asked: number[] = [];
    const lastSaidAt = (since: number) => void asked.push(since);
    send(roomAfter(created('public', ada), joined(bob)), command, { ...facts, lastSaidAt });
    const slow = roomAfter(created('public', ada), joined(bob), settingsChanged({ slowModeSeconds: 30 }));
    send(slow, command, { ...facts, lastSaidAt });
    expect(asked).toEqual([now - 30_000]);
  });
});
