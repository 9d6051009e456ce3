import { banned, created, joined, kitchen, left, roleChanged, roomAfter, said, unbanned } from '../testing/history';
import { ada, bob, cleo, people } from '../testing/people';
import { actingMemberIn } from './access';
import { historyStartOf, readersOf } from './room';

describe('a room', () => {
  it('does not exist before it is created', () => {
    expect(roomAfter()).toBeNull();
    expect(roomAfter(joined(ada), said(1))).toBeNull();
  });

  it('knows its members, when they joined, and its number of messages', () => {
    expect(roomAfter(created('private', ada), joined(ada, 'owner'), said(1), joined(bob), said(2))).toEqual({
      roomId: kitchen,
      kind: 'private',
      lobby: false,
      slowModeSeconds: 0,
      everyoneBy: 'moderators',
      deleted: false,
      members: new Map([
        [ada, { role: 'owner', joinedAt: 2_000, joinedEventId: 2, historyStart: 1, joinedSeq: 0 }],
        [bob, { role: 'member', joinedAt: 4_000, joinedEventId: 4, historyStart: 1, joinedSeq: 0 }],
      ]),
      banned: new Set(),
      mutedUntil: new Map(),
      headSeq: 2,
      hidden: false,
      unannounced: 0,
    });
  });

  it('forgets members who leave, and dates their seniority anew when they rejoin', () => {
    const room = roomAfter(created('public', ada), joined(ada, 'owner'), joined(bob), left(ada), joined(ada));
    expect([...room!.members]).toEqual([
      [bob, { role: 'member', joinedAt: 3_000, joinedEventId: 3, historyStart: 1, joinedSeq: 0 }],
      [ada, { role: 'member', joinedAt: 5_000, joinedEventId: 5, historyStart: 1, joinedSeq: 0 }],
    ]);
  });

  it('changes the role of members only', () => {
    const room = roomAfter(created('public', ada), joined(bob), roleChanged(bob, 'mod'), roleChanged(ada, 'owner'));
    expect([...room!.members]).toEqual([
      [bob, { role: 'mod', joinedAt: 2_000, joinedEventId: 2, historyStart: 1, joinedSeq: 0 }],
    ]);
  });

  it('knows bans until they are lifted', () => {
    const history = [created('public', ada), joined(ada, 'owner'), joined(bob), banned(bob)];
    expect([...roomAfter(...history)!.members.keys()]).toEqual([ada]);
    expect(roomAfter(...history)).toMatchObject({ banned: new Set([bob]) });
    expect(roomAfter(...history, unbanned(bob))).toMatchObject({ banned: new Set() });
  });

  it('is the lobby if the server created it', () => {
    expect(roomAfter(created('public', null))).toMatchObject({ lobby: true });
  });
});

describe('a message in a room', () => {
  const room = roomAfter(created('private', ada), joined(ada), said(1), joined(bob, 'mod', 'member', 2), said(2))!;

  it('is for its members, from their first message on', () => {
    expect([ada, bob, cleo].map((userId) => historyStartOf(room, userId))).toEqual([1, 2, Infinity]);
    expect(historyStartOf(null, ada)).toBe(Infinity);
  });

  it('reaches all of them, even if some may not see its content', () => {
    expect(readersOf(room, 2)).toEqual({ audience: [ada, bob] });
    expect(readersOf(room, 1)).toEqual({ audience: [ada], followers: [ada, bob] });
  });
});

describe('a membership', () => {
  it('exists for members; to everyone else the room is unknown', () => {
    const room = roomAfter(created('private', ada), joined(ada, 'owner'));
    expect(actingMemberIn(room, ada, people)).toMatchObject({ ok: true, value: { userId: ada, role: 'owner' } });
    expect(actingMemberIn(room, bob, people)).toEqual(actingMemberIn(null, bob, people));
    expect(actingMemberIn(room, bob, people)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });
});
