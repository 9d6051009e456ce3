import { accepted, type HistoryChoice, type UserId } from '@devchitchat/contracts';
import { banned, created, joined, kitchen, left, roleChanged, said, unbanned } from '../testing/history';
import { ada, bob, cleo, dora, peopleWith } from '../testing/people';
import { given, heardBy, nothing, privateRoom, publicRoom, refusal } from '../testing/room-decisions';
import type { RoomCommand } from './decide';

describe('joining', () => {
  it('admits anyone to a public room, which its members hear', () => {
    expect(given(...publicRoom).when({ type: 'join' }, bob)).toEqual(accepted([heardBy(joined(bob), ada, bob)]));
  });

  it('is refused to banned people', () => {
    expect(given(...publicRoom, banned(bob)).when({ type: 'join' }, bob)).toMatchObject(refusal('forbidden'));
    expect(given(...privateRoom, banned(bob)).when({ type: 'join' }, bob)).toMatchObject(refusal('not_found'));
  });

  it('admits admins to a public room without an owner despite an earlier ban', () => {
    const abandoned = [...publicRoom, banned(cleo), left(ada)];
    const admins = peopleWith({ admins: [cleo] });
    expect(given(...abandoned).when({ type: 'join' }, cleo)).toMatchObject(refusal('forbidden'));
    expect(given(...abandoned).when({ type: 'join' }, cleo, admins)).toEqual(
      accepted([heardBy(unbanned(cleo)), heardBy(joined(cleo), cleo)]),
    );
    expect(given(...publicRoom, banned(cleo)).when({ type: 'join' }, cleo, admins)).toMatchObject(refusal('forbidden'));
  });

  it('changes nothing for members, also in a private room', () => {
    expect(given(...publicRoom).when({ type: 'join' }, ada)).toEqual(nothing);
    expect(given(...privateRoom).when({ type: 'join' }, ada)).toEqual(nothing);
  });

  it('gives the same refusal for a private room as for an unknown one', () => {
    const toPrivate = given(...privateRoom).when({ type: 'join' }, bob);
    expect(toPrivate).toMatchObject(refusal('not_found'));
    expect(given().when({ type: 'join' }, bob)).toEqual(toPrivate);
  });
});

describe('adding a person', () => {
  const add = (userId: UserId, known = true, history: HistoryChoice = 'whole'): RoomCommand => ({
    type: 'add',
    userId,
    history,
    known,
  });
  const added = (userId: UserId, ...audience: readonly UserId[]) =>
    accepted([heardBy(joined(userId, 'member', 'member'), ...audience)]);

  it('is for every member of a public room', () => {
    expect(given(...publicRoom, joined(bob)).when(add(cleo), bob)).toEqual(added(cleo, ada, bob, cleo));
  });

  it('is for the owner and mods of a private room', () => {
    const room = [...privateRoom, joined(bob), joined(dora, 'mod')];
    expect(given(...room).when(add(cleo), ada)).toEqual(added(cleo, ada, bob, dora, cleo));
    expect(given(...room).when(add(cleo), dora)).toEqual(added(cleo, ada, bob, dora, cleo));
    expect(given(...room).when(add(cleo), bob)).toMatchObject(refusal('forbidden'));
  });

  it('gives them the history from the next message on, or as much as the member who adds them sees', () => {
    const startOf = (by: UserId, history: HistoryChoice) => {
      const room = [...privateRoom, said(1), joined(dora, 'mod', 'member', 2), said(2)];
      const decided = given(...room).when(add(cleo, true, history), by);
      return decided.ok && decided.value[0]?.body;
    };
    expect(startOf(ada, 'whole')).toEqual({ roomId: kitchen, userId: cleo, role: 'member', by: 'member', headSeq: 2 });
    expect(startOf(ada, 'from_now')).toMatchObject({ historyStart: 3 });
    expect(startOf(dora, 'whole')).toMatchObject({ historyStart: 2 });
    expect(given(...publicRoom).when(add(cleo, true, 'from_now'), ada)).toMatchObject(refusal('conflict'));
  });

  it('is refused if they are banned', () => {
    expect(given(...publicRoom, banned(bob)).when(add(bob), ada)).toMatchObject(refusal('conflict'));
  });

  it('does not reveal the room to strangers and former members', () => {
    expect(given(...privateRoom).when(add(cleo), bob)).toMatchObject(refusal('not_found'));
    expect(given(...privateRoom, joined(bob), left(bob)).when(add(cleo), bob)).toMatchObject(refusal('not_found'));
  });

  it('is refused for unknown people, and changes nothing for members', () => {
    expect(given(...privateRoom).when(add(cleo, false), ada)).toMatchObject(refusal('not_found'));
    expect(given(...privateRoom, joined(bob)).when(add(bob), ada)).toEqual(nothing);
  });
});

describe('leaving', () => {
  const leave: RoomCommand = { type: 'leave' };

  it('is announced to the remaining members and to the leaver', () => {
    expect(given(...publicRoom, joined(bob)).when(leave, bob)).toEqual(accepted([heardBy(left(bob), ada, bob)]));
  });

  it('passes an owner’s room to the longest-standing mod', () => {
    const room = [...privateRoom, joined(bob), joined(cleo, 'mod'), joined(dora, 'mod')];
    expect(given(...room).when(leave, ada)).toEqual(
      accepted([heardBy(left(ada), bob, cleo, dora, ada), heardBy(roleChanged(cleo, 'owner'), bob, cleo, dora)]),
    );
  });

  it('passes it to the longest-standing member if there is no mod', () => {
    const room = [...privateRoom, joined(bob), joined(cleo), left(bob), joined(bob)];
    expect(given(...room).when(leave, ada)).toEqual(
      accepted([heardBy(left(ada), cleo, bob, ada), heardBy(roleChanged(cleo, 'owner'), cleo, bob)]),
    );
  });

  it('passes it to no one who cannot govern: no bot, and no disabled account', () => {
    const room = [...privateRoom, joined(bob, 'mod'), joined(cleo), joined(dora)];
    const others = peopleWith({ bots: [cleo], inactive: [bob] });
    expect(given(...room).when(leave, ada, others)).toMatchObject({
      value: [{}, { body: { userId: dora, role: 'owner' } }],
    });
    expect(given(...publicRoom, joined(cleo)).when(leave, ada, others)).toEqual(
      accepted([heardBy(left(ada), cleo, ada)]),
    );
  });

  it('passes nothing on for an admin who only acted as the owner', () => {
    const abandoned = [...publicRoom, left(ada), joined(bob), joined(cleo)];
    expect(given(...abandoned).when(leave, bob, peopleWith({ admins: [bob] }))).toEqual(
      accepted([heardBy(left(bob), cleo, bob)]),
    );
  });

  it('leaves an empty room behind', () => {
    expect(given(...privateRoom).when(leave, ada)).toEqual(accepted([heardBy(left(ada), ada)]));
  });

  it('is refused for the lobby, and for non-members', () => {
    expect(given(created('public', null), joined(bob)).when(leave, bob)).toMatchObject(refusal('forbidden'));
    expect(given(...publicRoom).when(leave, bob)).toMatchObject(refusal('not_found'));
  });
});
