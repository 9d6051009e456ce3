import { accepted, limits, messagingEvents, type Message, type MsgId, type Pin } from '@devchitchat/contracts';
import { draft } from '@devchitchat/service-kit';
import { created, joined, kitchen, roomAfter, said } from '../testing/history';
import { ada, bob, people } from '../testing/people';
import { targetOf, type MessageTarget } from './change';
import { pin, react, unpin, unreact } from './mark';

const room = roomAfter(created('public', ada), joined(ada, 'owner'), joined(bob), said(1));
const hello = { roomId: kitchen, msgId: 1 as MsgId, seq: 1, userId: ada, reactions: [], deleted: null };
const target = (message: Partial<Message> = {}): MessageTarget => {
  const found = targetOf(room, { ...hello, ...message } as Message, bob, people);
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
};
const body = { roomId: kitchen, msgId: 1 as MsgId, seq: 1 };
const heard = { scopeId: kitchen, content: null, audience: [ada, bob] };
const gone: Partial<Message> = { deleted: { by: ada, reason: null } };
const conflict = { ok: false, error: { code: 'conflict' } };
const nothing = accepted(null);

describe('a reaction', () => {
  const thumb = { userId: bob, emoji: '👍' };

  it('is added once per person, and removed once', () => {
    const added = draft(messagingEvents.reactionAdded, { ...heard, body: { ...body, emoji: '👍' } });
    const removed = draft(messagingEvents.reactionRemoved, { ...heard, body: { ...body, emoji: '👍' } });
    expect(react(target(), '👍')).toEqual(accepted(added));
    expect(react(target({ reactions: [{ ...thumb, userId: ada }] }), '👍')).toEqual(accepted(added));
    expect(react(target({ reactions: [thumb] }), '👍')).toEqual(nothing);
    expect(unreact(target({ reactions: [thumb] }), '👍')).toEqual(accepted(removed));
    expect(unreact(target({ reactions: [{ ...thumb, userId: ada }] }), '👍')).toEqual(nothing);
  });

  it('is refused beyond the limit of different ones', () => {
    const reactions = Array.from({ length: limits.emojisPerMessage }, (_, at) => ({
      userId: ada,
      emoji: String.fromCodePoint(0x1f600 + at),
    }));
    expect(react(target({ reactions }), '👍')).toMatchObject(conflict);
    expect(react(target({ reactions }), '😀')).toMatchObject({ ok: true });
  });

  it('is refused on a deleted message', () => {
    expect(react(target(gone), '👍')).toMatchObject(conflict);
  });
});

describe('a pin', () => {
  const pinned: Pin = { msgId: 1 as MsgId, seq: 1, by: ada, ts: 1 };

  it('is added once and removed once', () => {
    expect(pin(target(), [])).toEqual(accepted(draft(messagingEvents.messagePinned, { ...heard, body })));
    expect(pin(target(), [pinned])).toEqual(nothing);
    expect(unpin(target(), [pinned])).toEqual(accepted(draft(messagingEvents.messageUnpinned, { ...heard, body })));
    expect(unpin(target(), [])).toEqual(nothing);
  });

  it('is refused beyond the limit, and on a deleted message', () => {
    const many = Array.from({ length: limits.pinsPerRoom }, (_, at) => ({ ...pinned, msgId: (at + 2) as MsgId }));
    expect(pin(target(), many)).toMatchObject(conflict);
    expect(pin(target(gone), [])).toMatchObject(conflict);
  });
});
