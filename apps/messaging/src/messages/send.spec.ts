import {
  accepted,
  messagingEvents,
  type ClientFileId,
  type ClientMsgId,
  type FileId,
  type Message,
  type MsgId,
  type RoomId,
} from '@devchitchat/contracts';
import { draft } from '@devchitchat/service-kit';
import type { StoredFile } from '../files/stored-file';
import { created, joined, kitchen, left, muted, roomAfter, said, settingsChanged } from '../testing/history';
import { ada, bob, people, peopleWith } from '../testing/people';
import { send, type EarlierSend, type SendFacts } from './send';

const command = { roomId: kitchen, clientMsgId: 'c-0000001' as ClientMsgId, text: 'Hello' };
const msgId = 4711 as MsgId;
/** The second message of the room, to which others have reacted since. */
const message: Message = {
  roomId: kitchen,
  msgId: 12 as MsgId,
  seq: 2,
  eventId: 99,
  userId: bob,
  ts: 5_000,
  clientMsgId: command.clientMsgId,
  text: 'Hello again',
  everyone: false,
  replyTo: null,
  reactions: [{ userId: ada, emoji: '👍' }],
  revision: 1,
  editedAt: 6_000,
  deleted: null,
  lastEventId: 120,
};
const room = roomAfter(created('public', ada), joined(ada, 'owner'), joined(bob), said(1), said(2));

const now = 90_000;
const facts: SendFacts = {
  by: bob,
  isBot: false,
  now,
  msgId,
  earlier: undefined,
  lastSentAt: () => undefined,
  uploadOf: () => undefined,
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
    expect(everyone(ada, '@everyone!')).toBe(true);
    expect(everyone(bob, '@everyone!')).toBeUndefined();
    for (const text of ['everyone', '`@everyone`', String.raw`\@everyone`, 'https://social.example/@everyone/post']) {
      expect(everyone(ada, text)).toBeUndefined();
    }
  });

  it('mentions everyone if any member writes @everyone in a room that allows it', () => {
    const open = roomAfter(created('public', ada), joined(bob), settingsChanged({ everyoneBy: 'everybody' }));
    const sending = send(open, { ...command, text: '@everyone!' }, facts);
    expect(sending).toMatchObject({ value: { draft: { body: { everyone: true } } } });
  });

  it('answers a retry with the message as it is now', () => {
    expect(sendAfter({ message, sentText: 'Hello' })).toEqual(accepted({ type: 'sent before', message }));
  });

  it('recognizes a retry by its id alone once the text is erased', () => {
    expect(sendAfter({ message, sentText: null })).toEqual(accepted({ type: 'sent before', message }));
  });

  it('answers a retry with the message as it was sent where its sender came back and may not see what became of it', () => {
    const again = joined(bob, 'member', 'invite', 3);
    const back = roomAfter(created('private', ada), joined(ada, 'owner'), said(1), said(2), again);
    const asSent = { text: 'Hello', reactions: [], revision: 0, editedAt: null, deleted: null, lastEventId: 99 };
    expect(send(back, command, { ...facts, earlier: { message, sentText: 'Hello' } })).toEqual(
      accepted({ type: 'sent before', message: { ...message, ...asSent } }),
    );
  });

  it('refuses another text under the same id', () => {
    expect(sendAfter({ message, sentText: 'Bye' })).toMatchObject({
      ok: false,
      error: { code: 'conflict', retryable: false },
    });
  });

  it('is for members; a retry after leaving is refused as well', () => {
    const gone = roomAfter(created('public', ada), joined(bob), left(bob));
    for (const state of [null, gone]) {
      expect(send(state, command, { ...facts, earlier: { message, sentText: 'Hello' } })).toMatchObject({
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
    earlier: { message, sentText: 'Bye' },
    lastSentAt: () => now - 10_000,
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
      { ...worst, earlier: undefined, lastSentAt: () => undefined },
    ],
  ] as const)('is refused for %s before the remaining reasons', (_reason, code, state, wanted, known) => {
    expect(send(state, wanted, known)).toMatchObject({ ok: false, error: { code } });
  });

  it('is accepted once no reason is left', () => {
    const others = { ...worst, earlier: undefined, lastSentAt: () => undefined, people };
    expect(send(roomAfter(...events.slice(0, -1)), command, others)).toMatchObject({ value: { type: 'new' } });
  });

  it('is accepted as a retry, however muted its sender is meanwhile', () => {
    const retry = { ...worst, earlier: { message, sentText: command.text } };
    expect(send(roomAfter(...events), toNothing, retry)).toEqual(accepted({ type: 'sent before', message }));
  });

  it('looks up the sender’s last message only if slow mode applies', () => {
    const asked: number[] = [];
    const lastSentAt = (since: number) => void asked.push(since);
    send(roomAfter(created('public', ada), joined(bob)), command, { ...facts, lastSentAt });
    const slow = roomAfter(created('public', ada), joined(bob), settingsChanged({ slowModeSeconds: 30 }));
    send(slow, command, { ...facts, lastSentAt });
    expect(asked).toEqual([now - 30_000]);
  });
});

describe('sending files', () => {
  const fileId = 'f_7k2m9q4t1x8z3v6w' as FileId;
  const upload: StoredFile = {
    fileId,
    userId: bob,
    roomId: kitchen,
    clientFileId: 'file-0001' as ClientFileId,
    name: 'a.txt',
    size: 4,
    createdAt: 1,
    expiresAt: now + 1,
    turn: 1,
    facts: { kind: 'other', type: 'text/plain', bytes: 4 },
    state: 'open',
  };
  const sendFile = (more: Partial<StoredFile>, text = '') =>
    send(
      room,
      { ...command, text, files: [{ fileId, alt: 'Notes' }] },
      { ...facts, uploadOf: () => ({ ...upload, ...more }) },
    );
  const file = { ...upload.facts!, fileId, name: 'a.txt', alt: 'Notes' };

  it('makes them part of the message, which needs no text then', () => {
    expect(sendFile({})).toMatchObject({ value: { draft: { content: { text: '', files: [file] } } } });
    expect(sendFile({}, 'Here')).toMatchObject({ value: { draft: { content: { text: 'Here', files: [file] } } } });
  });

  it.each<[string, Partial<StoredFile>]>([
    ['of another person', { userId: ada }],
    ['for another room', { roomId: 'r_0000000000000000' as RoomId }],
    ['that is incomplete', { facts: null }],
    ['in another message', { state: 'sent' }],
    ['that is being removed', { state: 'removing' }],
    ['that has expired', { expiresAt: now }],
  ])('is refused for a file %s', (_, more) => {
    expect(sendFile(more)).toMatchObject({ ok: false, error: { reason: 'file.not_uploaded' } });
  });

  it('is refused for unknown files, and for muted members before that', () => {
    const files = [{ fileId }];
    expect(send(room, { ...command, files }, facts)).toMatchObject({ error: { reason: 'file.not_uploaded' } });
    const quiet = roomAfter(created('public', ada), joined(bob), muted(bob, now + 1));
    expect(send(quiet, { ...command, files }, facts)).toMatchObject({ error: { reason: 'room.muted' } });
  });

  it('again answers with the message, whatever became of the uploads, unless it names other files', () => {
    const before = { message: { ...message, files: [file] }, sentText: 'Hello' };
    const again = (files: readonly FileId[], earlier: EarlierSend = before) =>
      send(
        room,
        { ...command, ...(files.length > 0 && { files: files.map((id) => ({ fileId: id })) }) },
        { ...facts, earlier },
      );
    expect(again([fileId])).toMatchObject({ value: { type: 'sent before', message: before.message } });
    for (const other of [[], ['f_0000000000000000' as FileId]]) {
      expect(again(other)).toMatchObject({ error: { reason: 'message.id_reused' } });
    }
    expect(again([], { message: { ...message, text: null }, sentText: null })).toMatchObject({ ok: true });
  });

  it('answers senders who see no such history with the files as sent', () => {
    const left = roomAfter(created('public', ada), joined(ada), joined(bob, 'member', 'self', 3), said(1), said(2));
    const earlier = { message: { ...message, files: [file] }, sentText: 'Hello' };
    const sending = send(left, { ...command, files: [{ fileId }] }, { ...facts, earlier });
    expect(sending).toMatchObject({ value: { message: { text: 'Hello', files: [file], reactions: [] } } });
  });
});
