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

describe('the people of a direct room', () => {
  it('are the same in any order, and include the opener', () => {
    expect(keyOf(peopleOf(bob, [ada, ada]))).toBe(keyOf(peopleOf(ada, [bob])));
    expect(keyOf(peopleOf(ada, [ada]))).toBe(ada);
    expect(keyOf(peopleOf(ada, [bob, cleo]))).not.toBe(keyOf(peopleOf(ada, [bob])));
  });
});

describe('opening a direct room', () => {
  it('creates one that all of its people hear of, without an owner', () => {
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

  it('finds the existing one, and shows it in the person’s list again', () => {
    expect(open({ ...opening, existing: conversation }, bob)).toEqual(accepted([]));
    expect(open({ ...opening, existing: conversation, hidden: true }, bob)).toEqual(
      accepted([draft(events.dmShown, { ...own, body: { roomId: kitchen } })]),
    );
  });

  it('with an unknown person is refused, but an existing one stays readable', () => {
    expect(open({ ...opening, known: false }, bob)).toMatchObject({ ok: false, error: { code: 'not_found' } });
    expect(open({ ...opening, known: false, existing: conversation }, bob)).toEqual(accepted([]));
  });
});

describe('hiding a direct room', () => {
  it('is for its people, covers messages up to the last one, and takes effect once', () => {
    expect(hide(conversation, [], bob)).toEqual(
      accepted([draft(events.dmHidden, { ...own, body: { roomId: kitchen, seq: 1 } })]),
    );
    expect(hide(conversation, [kitchen], bob)).toEqual(accepted([]));
    expect(hide(conversation, [], cleo)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  it('is refused at the limit of hidden direct rooms', () => {
    const many = Array.from({ length: limits.hiddenDirects }, (_, at) => `r_${String(at).padStart(16, '0')}` as RoomId);
    expect(hide(conversation, many, bob)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(hide(conversation, many.slice(1), bob)).toMatchObject({ ok: true });
  });

  it('is refused for other rooms', () => {
    const room = roomAfter(created('private', ada), joined(ada, 'owner'));
    expect(hide(room, [], ada)).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });
});
