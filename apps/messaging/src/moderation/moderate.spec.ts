import { accepted, messagingEvents as events, type RoomRole, type UserId } from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import { banned, created, joined, kitchen, left, muted, roleChanged, roomAfter, unmuted } from '../testing/history';
import { ada, bob, cleo, dora, people, peopleWith } from '../testing/people';
import { moderate, moderatorIn, type ModerationCommand } from './moderate';

const given = (...drafts: readonly Draft[]) => ({
  when: (command: ModerationCommand, by: UserId, among = people) => moderate(roomAfter(...drafts), command, by, among),
});
const heardBy = (drafted: Draft, ...audience: readonly UserId[]): Draft => ({ ...drafted, audience });
const refusal = (code: string) => ({ ok: false, error: { code } });
const nothing = accepted([]);

/** A room that Ada owns, in which Bob and Dora moderate and Cleo is a member. */
const room = [created('public', ada), joined(ada, 'owner'), joined(bob, 'mod'), joined(cleo), joined(dora, 'mod')];
const everybody = [ada, bob, cleo, dora];

const kick = (userId: UserId, reason?: string): ModerationCommand => ({ type: 'kick', userId, reason });
const ban = (
  userId: UserId,
  { reason, known = true }: { reason?: string; known?: boolean } = {},
): ModerationCommand => ({
  type: 'ban',
  userId,
  reason,
  known,
});
const unban = (userId: UserId): ModerationCommand => ({ type: 'unban', userId });
const setRole = (userId: UserId, role: RoomRole): ModerationCommand => ({ type: 'set role', userId, role });

const removal = (type: typeof events.memberKicked | typeof events.memberBanned, userId: UserId, reason?: string) =>
  draft(type, {
    scopeId: kitchen,
    body: { roomId: kitchen, userId },
    content: reason === undefined ? null : { reason },
    audience: everybody,
  });

describe.each([
  ['kicking', kick, events.memberKicked],
  ['banning', ban, events.memberBanned],
] as const)('%s', (_name, act, type) => {
  it('is announced to everyone in the room, including its target', () => {
    expect(given(...room).when(act(cleo), bob)).toEqual(accepted([removal(type, cleo)]));
    expect(given(...room).when(act(bob), ada)).toEqual(accepted([removal(type, bob)]));
  });

  it('is allowed on lower roles: to the owner on everyone, to mods on members', () => {
    expect(given(...room).when(act(dora), bob)).toMatchObject(refusal('forbidden'));
    expect(given(...room).when(act(ada), bob)).toMatchObject(refusal('forbidden'));
    for (const target of [ada, bob, cleo]) {
      expect(given(...room).when(act(target), cleo)).toMatchObject(refusal('forbidden'));
    }
  });

  it('is refused on oneself', () => {
    expect(given(...room).when(act(ada), ada)).toMatchObject(refusal('conflict'));
  });

  it('is refused to members of the lobby', () => {
    expect(given(created('public', null), joined(ada), joined(bob)).when(act(bob), ada)).toMatchObject(
      refusal('forbidden'),
    );
  });

  it('is refused to non-members', () => {
    expect(given(...room, left(bob)).when(act(cleo), bob)).toMatchObject(refusal('not_found'));
    expect(given().when(act(cleo), bob)).toMatchObject(refusal('not_found'));
  });
});

describe('kicking', () => {
  it('carries its reason as content that can be erased', () => {
    expect(given(...room).when(kick(cleo, 'Enough'), bob)).toEqual(
      accepted([removal(events.memberKicked, cleo, 'Enough')]),
    );
  });

  it('is refused on non-members', () => {
    expect(given(...room, left(cleo)).when(kick(cleo), bob)).toMatchObject(refusal('not_found'));
  });
});

describe('a ban', () => {
  it('may be placed on a non-member with an account', () => {
    const without = [...room, left(cleo)];
    expect(given(...without).when(ban(cleo, { reason: 'Enough' }), bob)).toEqual(
      accepted([heardBy(removal(events.memberBanned, cleo, 'Enough'), ada, bob, dora)]),
    );
    expect(given(...without).when(ban(cleo, { known: false }), bob)).toMatchObject(refusal('not_found'));
  });

  it('takes effect once', () => {
    expect(given(...room, banned(cleo)).when(ban(cleo), bob)).toEqual(nothing);
  });

  it('can be lifted by any moderator', () => {
    const unbanned = draft(events.memberUnbanned, {
      scopeId: kitchen,
      body: { roomId: kitchen, userId: cleo },
      content: null,
      audience: [ada, bob, dora],
    });
    expect(given(...room, banned(cleo)).when(unban(cleo), dora)).toEqual(accepted([unbanned]));
    expect(given(...room).when(unban(cleo), dora)).toEqual(nothing);
    expect(given(...room).when(unban(dora), cleo)).toMatchObject(refusal('forbidden'));
  });
});

describe('muting', () => {
  const mute = (userId: UserId): ModerationCommand => ({ type: 'mute', userId, reason: undefined, until: 60_000 });
  const unmute: ModerationCommand = { type: 'unmute', userId: cleo };

  it('is allowed on lower roles, only on members, and is announced to everyone in the room', () => {
    expect(given(...room).when(mute(cleo), bob)).toEqual(accepted([heardBy(muted(cleo, 60_000), ...everybody)]));
    expect(given(...room).when(mute(dora), bob)).toMatchObject(refusal('forbidden'));
    expect(given(...room).when(mute(bob), cleo)).toMatchObject(refusal('forbidden'));
    expect(given(...room, left(cleo)).when(mute(cleo), bob)).toMatchObject(refusal('not_found'));
  });

  it('can be undone by any moderator', () => {
    expect(given(...room, muted(cleo, 60_000)).when(unmute, dora)).toEqual(
      accepted([heardBy(unmuted(cleo), ...everybody)]),
    );
    expect(given(...room).when(unmute, dora)).toEqual(nothing);
    expect(given(...room, muted(cleo, 60_000)).when(unmute, cleo)).toMatchObject(refusal('forbidden'));
  });
});

describe('a role', () => {
  const becomes = (userId: UserId, role: RoomRole) => heardBy(roleChanged(userId, role), ...everybody);

  it('is given by the owner only', () => {
    expect(given(...room).when(setRole(cleo, 'mod'), ada)).toEqual(accepted([becomes(cleo, 'mod')]));
    expect(given(...room).when(setRole(bob, 'member'), ada)).toEqual(accepted([becomes(bob, 'member')]));
    for (const by of [bob, cleo]) {
      expect(given(...room).when(setRole(cleo, 'mod'), by)).toMatchObject(refusal('forbidden'));
    }
  });

  it('of owner is transferred, and the previous owner becomes a mod', () => {
    expect(given(...room).when(setRole(cleo, 'owner'), ada)).toEqual(
      accepted([becomes(cleo, 'owner'), becomes(ada, 'mod')]),
    );
    expect(given(...room).when(setRole(ada, 'member'), ada)).toMatchObject(refusal('conflict'));
  });

  it('cannot be given to non-members, and giving the current one appends no event', () => {
    expect(given(...room).when(setRole(bob, 'mod'), ada)).toEqual(nothing);
    expect(given(...room, left(cleo)).when(setRole(cleo, 'mod'), ada)).toMatchObject(refusal('not_found'));
  });
});

describe('a room without an owner', () => {
  /** Ada and Dora are admins; Bob moderates where he was made a mod. */
  const admins = peopleWith({ admins: [ada, dora], bots: [bob] });
  const all = [joined(ada), joined(bob), joined(cleo), joined(dora)];
  const rooms = {
    lobby: [created('public', null), ...all],
    abandoned: [created('public', cleo), ...all],
    private: [created('private', cleo), ...all],
  };
  const mute = (userId: UserId): ModerationCommand => ({ type: 'mute', userId, reason: undefined, until: 60_000 });
  const acts = [kick, ban, mute, (userId: UserId) => setRole(userId, 'mod')];

  it.each(Object.entries(rooms))('is governed by the admins in it: %s', (_name, room) => {
    for (const act of acts) {
      expect(given(...room).when(act(cleo), ada, admins)).toMatchObject({ ok: true });
      expect(given(...room, roleChanged(cleo, 'mod')).when(kick(cleo), ada, admins)).toMatchObject({ ok: true });
      expect(given(...room).when(act(bob), cleo, admins)).toMatchObject(refusal('forbidden'));
      expect(given(...room, left(ada)).when(act(cleo), ada, admins)).toMatchObject(refusal('not_found'));
    }
    expect(given(...room, muted(cleo, 60_000)).when({ type: 'unmute', userId: cleo }, ada, admins)).toMatchObject({
      value: [{ body: { userId: cleo } }],
    });
    expect(given(...room, banned(cleo)).when(unban(cleo), ada, admins)).toMatchObject({ value: [{}] });
    expect(moderatorIn(roomAfter(...room), ada, admins)).toMatchObject({ ok: true, value: { role: 'owner' } });
    expect(moderatorIn(roomAfter(...room), cleo, admins)).toMatchObject(refusal('forbidden'));
  });

  it.each(Object.entries(rooms))('has no one above an admin, whether or not they are in it: %s', (_name, room) => {
    const withMod = [...room, roleChanged(cleo, 'mod')];
    for (const act of [kick, ban, mute]) {
      for (const by of [ada, cleo]) {
        expect(given(...withMod).when(act(dora), by, admins)).toMatchObject(refusal('forbidden'));
      }
    }
    expect(given(...withMod, left(dora)).when(ban(dora), cleo, admins)).toMatchObject(refusal('forbidden'));
  });

  it('gets an owner chosen by an admin, who may choose themselves, and then belongs to that owner', () => {
    const room = rooms.abandoned;
    const owns = (userId: UserId) => accepted([heardBy(roleChanged(userId, 'owner'), ada, bob, cleo, dora)]);
    expect(given(...room).when(setRole(cleo, 'owner'), ada, admins)).toEqual(owns(cleo));
    expect(given(...room).when(setRole(ada, 'owner'), ada, admins)).toEqual(owns(ada));
    expect(given(...room).when(setRole(ada, 'mod'), ada, admins)).toMatchObject(refusal('conflict'));
    expect(given(...room, roleChanged(cleo, 'owner')).when(kick(bob), ada, admins)).toMatchObject(refusal('forbidden'));
  });

  it('cannot be given to someone who cannot govern it, and the lobby to no one', () => {
    const others = peopleWith({ admins: [ada], bots: [bob], inactive: [cleo] });
    for (const userId of [bob, cleo]) {
      expect(given(...rooms.abandoned).when(setRole(userId, 'owner'), ada, others)).toMatchObject(refusal('conflict'));
    }
    expect(given(...rooms.lobby).when(setRole(dora, 'owner'), ada, others)).toMatchObject(refusal('forbidden'));
  });
});

it('an admin has no special rights in a room with an owner or in a direct room', () => {
  const admins = peopleWith({ admins: [cleo] });
  expect(given(...room).when(kick(bob), cleo, admins)).toMatchObject(refusal('forbidden'));
  const direct = [created('direct', ada), joined(ada), joined(cleo)];
  for (const command of [kick(ada), ban(ada), setRole(ada, 'owner')]) {
    expect(given(...direct).when(command, cleo, admins)).toMatchObject(refusal('forbidden'));
  }
});

it('a bot or a disabled account cannot become the owner of a room', () => {
  const others = peopleWith({ bots: [bob], inactive: [cleo] });
  for (const userId of [bob, cleo]) {
    expect(given(...room).when(setRole(userId, 'owner'), ada, others)).toMatchObject(refusal('conflict'));
  }
});
