import { accepted, limits, messagingEvents as events, type RoomId, type UserId } from '@devchitchat/contracts';
import { draft } from '@devchitchat/service-kit';
import { created, joined, kitchen, roomAfter, said } from '../testing/history';
import { ada, bob, cleo } from '../testing/people';
import { hide, keyOf, open, peopleOf, type Opening } from './direct';

const conversation = roomAfter(created('direct', ada), joined(ada), joined(bob), said(1))!;
const roomId = 'r_0000000000000002' as RoomId;
const people = peopleOf(bob, [ada]);
const opening: Opening = { existing: null, hidden: false, people, known: true, roomId };
const own = { scopeId: bob, content: null, audience: [bob] };

describe('the people of a conversation', () => {
  it('are the same however they are named, and who opens it is one of them', () => {
    expect(keyOf(peopleOf(bob, [ada, ada]))).toBe(keyOf(peopleOf(ada, [bob])));
    expect(keyOf(peopleOf(ada, [ada]))).toBe(ada);
    expect(keyOf(peopleOf(ada, [bob, cleo]))).not.toBe(keyOf(peopleOf(ada, [bob])));
  });
});

describe('opening a conversation', () => {
  it('makes one of which they all hear, and in which nobody is above another', () => {
    const came = (userId: UserId) =>
      draft(events.memberJoined, {
        scopeId: roomId,
        body: { roomId, userId, role: 'member', by: 'founding' },
        content: null,
        audience: people,
      });
    expect(open(opening, bob)).toEqual(
      accepted([
        draft(events.roomCreated, {
          scopeId: roomId,
          body: { roomId, kind: 'direct', createdBy: bob, people: [...people] },
          content: null,
          audience: people,
        }),
        ...people.map(came),
      ]),
    );
  });

  it('finds the one there is, and brings it back into one’s own list', () => {
    expect(open({ ...opening, existing: conversation }, bob)).toEqual(accepted([]));
    expect(open({ ...opening, existing: conversation, hidden: true }, bob)).toEqual(
      accepted([draft(events.dmShown, { ...own, body: { roomId: kitchen } })]),
    );
  });

  it('is not for whom nobody knows; what was said with them before stays there to be read', () => {
    expect(open({ ...opening, known: false }, bob)).toMatchObject({ ok: false, error: { code: 'not_found' } });
    expect(open({ ...opening, known: false, existing: conversation }, bob)).toEqual(accepted([]));
  });
});

describe('hiding a conversation', () => {
  it('is for its people, is done up to its last message, and once', () => {
    expect(hide(conversation, [], bob)).toEqual(
      accepted([draft(events.dmHidden, { ...own, body: { roomId: kitchen, seq: 1 } })]),
    );
    expect(hide(conversation, [kitchen], bob)).toEqual(accepted([]));
    expect(hide(conversation, [], cleo)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  it('is refused once as many are hidden as there can be', () => {
    const many = Array.from({ length: limits.hiddenDirects }, (_, at) => `r_${String(at).padStart(16, '0')}` as RoomId);
    expect(hide(conversation, many, bob)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(hide(conversation, many.slice(1), bob)).toMatchObject({ ok: true });
  });

  it('is not for rooms', () => {
    const room = roomAfter(created('private', ada), joined(ada, 'owner'));
    expect(hide(room, [], ada)).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });
});
