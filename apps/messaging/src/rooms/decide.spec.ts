import {
  accepted,
  messagingEvents as events,
  type HistoryChoice,
  type SettingsChange,
  type UserId,
} from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import {
  banned,
  created,
  joined,
  kitchen,
  left,
  roleChanged,
  roomAfter,
  said,
  settingsChanged,
  unbanned,
} from '../testing/history';
import { ada, bob, cleo, dora, people, peopleWith } from '../testing/people';
import { decide, openLobby, type RoomCommand } from './decide';

const given = (...drafts: readonly Draft[]) => ({
  when: (command: RoomCommand, by: UserId, among = people) => decide(roomAfter(...drafts), command, by, among),
});
const heardBy = (drafted: Draft, ...audience: readonly UserId[]): Draft => ({ ...drafted, audience });
const refusal = (code: string) => ({ ok: false, error: { code } });
const nothing = accepted([]);

const publicRoom = [created('public', ada), joined(ada, 'owner')];
const privateRoom = [created('private', ada), joined(ada, 'owner')];

describe('creating a room', () => {
  const create = (kind: 'public' | 'private', nameTaken = false): RoomCommand => ({
    type: 'create',
    roomId: kitchen,
    kind,
    name: 'kitchen',
    topic: 'Food',
    nameTaken,
  });
  const founded = (kind: 'public' | 'private') =>
    draft(events.roomCreated, {
      scopeId: kitchen,
      body: { roomId: kitchen, kind, createdBy: ada },
      content: { name: 'kitchen', topic: 'Food' },
      audience: kind === 'public' ? 'everyone' : [ada],
    });
  const owns = heardBy(joined(ada, 'owner', 'founding'), ada);

  it('makes its creator the owner, and is announced to everyone for a public room and to no one else for a private one', () => {
    expect(given().when(create('public'), ada)).toEqual(accepted([founded('public'), owns]));
    expect(given().when(create('private'), ada)).toEqual(accepted([founded('private'), owns]));
  });

  it('refuses a public name that is taken; private rooms may share names', () => {
    expect(given().when(create('public', true), ada)).toMatchObject(refusal('conflict'));
    expect(given().when(create('private', true), ada)).toMatchObject({ ok: true });
  });

  it('is done once by the server itself, for the lobby', () => {
    expect(openLobby(kitchen, 'kitchen')).toEqual({ ...created('public', null), audience: 'everyone' });
  });
});

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

describe('changing a room', () => {
  const before = { name: 'kitchen', topic: '' };
  const update = ({
    nameTaken = false,
    name,
    topic,
    ...settings
  }: SettingsChange & { name?: string; topic?: string; nameTaken?: boolean }): RoomCommand => ({
    type: 'update',
    name,
    topic,
    settings,
    before,
    nameTaken,
  });
  const updated = (name: string, topic: string) =>
    draft(events.roomUpdated, {
      scopeId: kitchen,
      body: { roomId: kitchen },
      content: { name, topic },
      audience: [ada, bob],
    });
  const room = [...publicRoom, joined(bob)];

  it('announces the full name and topic to its members', () => {
    expect(given(...room).when(update({ name: 'pantry' }), ada)).toEqual(accepted([updated('pantry', '')]));
    expect(given(...room).when(update({ topic: 'Food' }), ada)).toEqual(accepted([updated('kitchen', 'Food')]));
    expect(given(...room).when(update({ name: 'kitchen' }), ada)).toEqual(nothing);
  });

  it('announces the changed settings to its members, and only those', () => {
    const changed = (settings: SettingsChange) => heardBy(settingsChanged(settings), ada, bob);
    const slowAndOpen = { slowModeSeconds: 30, everyoneBy: 'everybody' } as const;
    expect(given(...room).when(update(slowAndOpen), ada)).toEqual(accepted([changed(slowAndOpen)]));
    expect(given(...room, settingsChanged({ slowModeSeconds: 30 })).when(update(slowAndOpen), ada)).toEqual(
      accepted([changed({ everyoneBy: 'everybody' })]),
    );
    expect(given(...room, settingsChanged(slowAndOpen)).when(update(slowAndOpen), ada)).toEqual(nothing);
    expect(given(...room).when(update({ topic: 'Food', slowModeSeconds: 5 }), ada)).toEqual(
      accepted([updated('kitchen', 'Food'), changed({ slowModeSeconds: 5 })]),
    );
    expect(given(...room).when(update(slowAndOpen), bob)).toMatchObject(refusal('forbidden'));
  });

  it('is for admins in the lobby, whose name is fixed, and in every room without an owner', () => {
    const admins = peopleWith({ admins: [ada] });
    const lobby = [created('public', null), joined(ada), joined(bob)];
    expect(given(...lobby).when(update({ topic: 'Food' }), ada, admins)).toEqual(
      accepted([updated('kitchen', 'Food')]),
    );
    expect(given(...lobby).when(update({ name: 'kitchen', slowModeSeconds: 5 }), ada, admins)).toMatchObject({
      ok: true,
    });
    expect(given(...lobby).when(update({ name: 'hall' }), ada, admins)).toMatchObject(refusal('forbidden'));
    const abandoned = [...publicRoom, left(ada), joined(ada), joined(bob)];
    expect(given(...abandoned).when(update({ name: 'hall' }), ada, admins)).toEqual(accepted([updated('hall', '')]));
    expect(given(...abandoned, roleChanged(bob, 'owner')).when(update({ topic: 'x' }), ada, admins)).toMatchObject(
      refusal('forbidden'),
    );
  });

  it('is for its owner and mods, and not for members of the lobby', () => {
    expect(given(...room).when(update({ topic: 'Food' }), bob)).toMatchObject(refusal('forbidden'));
    expect(given(...room, roleChanged(bob, 'mod')).when(update({ topic: 'Food' }), bob)).toMatchObject({ ok: true });
    expect(given(created('public', null), joined(bob)).when(update({ topic: 'x' }), bob)).toMatchObject(
      refusal('forbidden'),
    );
  });

  it('cannot give a public room the name of another', () => {
    expect(given(...room).when(update({ name: 'hall', nameTaken: true }), ada)).toMatchObject(refusal('conflict'));
    expect(given(...privateRoom).when(update({ name: 'hall', nameTaken: true }), ada)).toMatchObject({ ok: true });
  });
});

describe('deleting a room', () => {
  const deleted = draft(events.roomDeleted, {
    scopeId: kitchen,
    body: { roomId: kitchen },
    content: null,
    audience: [ada, bob],
  });
  const room = [...publicRoom, joined(bob)];

  it('is announced to its members, and removes them', () => {
    expect(given(...room).when({ type: 'delete' }, ada)).toEqual(
      accepted([deleted, heardBy(left(ada), ada), heardBy(left(bob), bob)]),
    );
  });

  it('is for its owner', () => {
    expect(given(...room, roleChanged(bob, 'mod')).when({ type: 'delete' }, bob)).toMatchObject(refusal('forbidden'));
  });

  it('is for admins if it has no owner, and refused for the lobby', () => {
    const admins = peopleWith({ admins: [bob] });
    expect(given(...publicRoom, left(ada), joined(bob)).when({ type: 'delete' }, bob, admins)).toMatchObject({
      ok: true,
    });
    expect(given(created('public', null), joined(bob)).when({ type: 'delete' }, bob, admins)).toMatchObject(
      refusal('forbidden'),
    );
  });

  it('is permanent: no one can join it afterwards', () => {
    expect(given(...room, deleted, left(ada), left(bob)).when({ type: 'join' }, bob)).toMatchObject(
      refusal('not_found'),
    );
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
