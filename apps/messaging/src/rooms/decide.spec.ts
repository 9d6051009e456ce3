import { accepted, messagingEvents as events, type SettingsChange } from '@devchitchat/contracts';
import { draft } from '@devchitchat/service-kit';
import { created, joined, kitchen, left, roleChanged, settingsChanged } from '../testing/history';
import { ada, bob, cleo, peopleWith } from '../testing/people';
import { given, heardBy, nothing, privateRoom, publicRoom, refusal } from '../testing/room-decisions';
import { openLobby, type RoomCommand } from './decide';

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
  const updated = (name: string, topic: string, ...changed: readonly ('name' | 'topic')[]) =>
    draft(events.roomUpdated, {
      scopeId: kitchen,
      body: { roomId: kitchen, changed: [...changed] },
      content: { name, topic },
      audience: [ada, bob],
    });
  const room = [...publicRoom, joined(bob)];

  it('announces the full name and topic to its members', () => {
    expect(given(...room).when(update({ name: 'pantry' }), ada)).toEqual(accepted([updated('pantry', '', 'name')]));
    expect(given(...room).when(update({ topic: 'Food' }), ada)).toEqual(
      accepted([updated('kitchen', 'Food', 'topic')]),
    );
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
      accepted([updated('kitchen', 'Food', 'topic'), changed({ slowModeSeconds: 5 })]),
    );
    expect(given(...room).when(update(slowAndOpen), bob)).toMatchObject(refusal('forbidden'));
  });

  it('is for admins in the lobby, whose name is fixed, and in every room without an owner', () => {
    const admins = peopleWith({ admins: [ada] });
    const lobby = [created('public', null), joined(ada), joined(bob)];
    expect(given(...lobby).when(update({ topic: 'Food' }), ada, admins)).toEqual(
      accepted([updated('kitchen', 'Food', 'topic')]),
    );
    expect(given(...lobby).when(update({ name: 'kitchen', slowModeSeconds: 5 }), ada, admins)).toMatchObject({
      ok: true,
    });
    expect(given(...lobby).when(update({ name: 'hall' }), ada, admins)).toMatchObject(refusal('forbidden'));
    const abandoned = [...publicRoom, left(ada), joined(ada), joined(bob)];
    expect(given(...abandoned).when(update({ name: 'hall' }), ada, admins)).toEqual(
      accepted([updated('hall', '', 'name')]),
    );
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

describe('making a room one for everybody', () => {
  const admins = peopleWith({ admins: [cleo] });
  const mark = (forEverybody: boolean): RoomCommand => ({ type: 'for-everybody', forEverybody });
  const marked = (forEverybody: boolean) => accepted([heardBy(settingsChanged({ forEverybody }), ada)]);
  const isForAll = settingsChanged({ forEverybody: true });

  it('is for admins, who need not be members, and changes nothing the second time', () => {
    expect(given(...publicRoom).when(mark(true), cleo, admins)).toEqual(marked(true));
    expect(given(...publicRoom).when(mark(true), ada, admins)).toMatchObject(refusal('forbidden'));
    expect(given(...publicRoom).when(mark(false), cleo, admins)).toEqual(nothing);
    expect(given(...publicRoom, isForAll).when(mark(true), cleo, admins)).toEqual(nothing);
    expect(given(...publicRoom, isForAll).when(mark(false), cleo, admins)).toEqual(marked(false));
    const ended = [...publicRoom, isForAll, settingsChanged({ forEverybody: false })];
    expect(given(...ended).when(mark(false), cleo, admins)).toEqual(nothing);
    expect(given(...ended).when(mark(true), cleo, admins)).toEqual(marked(true));
  });

  it('is refused for private and direct rooms, of which those outside learn nothing', () => {
    for (const kind of ['private', 'direct'] as const) {
      const room = [created(kind, ada), joined(ada, 'owner')];
      expect(given(...room).when(mark(true), cleo, admins)).toMatchObject(refusal('not_found'));
      expect(given(...room, joined(cleo)).when(mark(true), cleo, admins)).toMatchObject(refusal('invalid'));
    }
    expect(given().when(mark(true), cleo, admins)).toMatchObject(refusal('not_found'));
  });

  it('means nothing for the lobby', () => {
    const lobby = [openLobby(kitchen, 'lobby'), joined(cleo)];
    for (const forEverybody of [true, false]) {
      expect(given(...lobby).when(mark(forEverybody), cleo, admins)).toEqual(nothing);
    }
  });
});
