import type { InviteId, RoomId } from '@devchitchat/contracts';
import { MessagingFile } from '../testing/messaging-file';
import { ada, bob, cleo, dora } from '../testing/people';

let messaging: MessagingFile;
let roomId: RoomId;

beforeEach(async () => {
  messaging = await MessagingFile.open();
  roomId = await messaging.room('private', 'kitchen', [ada, bob]);
});

afterEach(() => messaging[Symbol.asyncDispose]());

const create = async (maxUses = 1, by = ada) => {
  const created = await messaging.on.invites.createInvite(
    { roomId, expiresInSeconds: 60, maxUses, history: 'whole' as const },
    messaging.as(by),
  );
  if (!created.ok) throw new Error(created.error.message);
  return created.value;
};
const redeem = (userId: typeof ada, token: string) =>
  messaging.on.invites.redeemInvite({ token }, messaging.as(userId));
const list = async () => {
  const listed = await messaging.on.invites.listInvites({ roomId, limit: 50 }, messaging.as(ada));
  return listed.ok ? listed.value.invites : [];
};
const refusal = (code: string) => ({ ok: false, error: { code } });

describe('a room invite', () => {
  it('admits a person once, and shows them the room', async () => {
    const { invite, token } = await create();
    await messaging.send(ada, roomId, 'Hello');
    expect(await redeem(cleo, token)).toMatchObject({
      ok: true,
      value: {
        room: { roomId },
        headSeq: 1,
        members: [{ userId: ada }, { userId: bob }, { userId: cleo, role: 'member' }],
      },
    });
    expect(await redeem(dora, token)).toMatchObject(refusal('not_found'));
    expect(await list()).toEqual([{ ...invite, uses: 1 }]);
  });

  it('tells whoever holds it which room it opens, how many are in it and who made it, and nothing once it is dead', async () => {
    messaging.people.register({ userId: ada, handle: 'ada', displayName: 'Ada', role: 'member', isBot: false });
    const { invite, token } = await create();
    const preview = () => messaging.on.invites.previewInvite({ token });
    expect(preview()).toEqual({
      ok: true,
      value: {
        room: { roomId, kind: 'private', name: 'kitchen', memberCount: 2 },
        invitedBy: 'Ada',
        expiresAt: invite.expiresAt,
      },
    });
    await redeem(cleo, token);
    expect(preview()).toEqual(await redeem(dora, token));
    expect(messaging.on.invites.previewInvite({ token: 'A'.repeat(43) })).toEqual(preview());
  });

  it('remembers the invite to the server that goes with it, also after a rebuild', async () => {
    const serverInviteId = 'i_00000000000000aa' as InviteId;
    const created = await messaging.on.invites.createInvite(
      { roomId, expiresInSeconds: 60, maxUses: 1, history: 'whole', serverInviteId },
      messaging.as(ada),
    );
    expect(created).toMatchObject({ ok: true, value: { invite: { serverInviteId } } });
    expect(await list()).toMatchObject([{ serverInviteId }]);
    messaging.log.rebuild();
    expect(await list()).toMatchObject([{ serverInviteId }]);
  });

  it('costs members no use, before and after', async () => {
    const { token } = await create();
    expect(await redeem(bob, token)).toMatchObject({ ok: true });
    expect(await list()).toMatchObject([{ uses: 0 }]);
    expect(await redeem(cleo, token)).toMatchObject({ ok: true });
    expect(await redeem(cleo, token)).toMatchObject({ ok: true });
    expect(await list()).toMatchObject([{ uses: 1 }]);
  });

  it('admits no more people than its limit when many join at once', async () => {
    const { token } = await create(3);
    const crowd = Array.from({ length: 10 }, (_, at) => `u_000000000000cr${at}d` as typeof ada);
    const replies = await Promise.all(crowd.map((userId) => redeem(userId, token)));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(3);
    expect(messaging.rooms.byId(roomId)?.members.size).toBe(5);
    expect(await list()).toMatchObject([{ uses: 3 }]);
  });

  it('stops working when it is revoked', async () => {
    const { invite, token } = await create(5);
    const { inviteId } = invite;
    expect(await messaging.on.invites.revokeInvite({ roomId, inviteId }, messaging.as(ada))).toMatchObject({
      ok: true,
    });
    expect(await redeem(cleo, token)).toMatchObject(refusal('not_found'));
    expect(await list()).toMatchObject([{ inviteId, revokedAt: expect.any(Number) as number }]);
  });

  it('that never existed admits no one', async () => {
    expect(await redeem(cleo, 'A'.repeat(43))).toMatchObject(refusal('not_found'));
  });

  it('is listed, newest first, to those who may manage it', async () => {
    const [first, second] = [await create(), await create()];
    expect(await list()).toEqual([second.invite, first.invite]);
    const listedFor = (userId: typeof ada) =>
      messaging.on.invites.listInvites({ roomId, limit: 50 }, messaging.as(userId));
    expect(await listedFor(bob)).toMatchObject(refusal('forbidden'));
    expect(await listedFor(cleo)).toMatchObject(refusal('not_found'));
  });

  it('does not let a removed person back in by their own invite', async () => {
    const { moderation, rooms } = messaging.on;
    const ends = {
      kicked: () => moderation.kick({ roomId, userId: bob }, messaging.as(ada)),
      banned: () => moderation.ban({ roomId, userId: bob }, messaging.as(ada)),
      demoted: () => moderation.setRole({ roomId, userId: bob, role: 'member' }, messaging.as(ada)),
      left: () => rooms.leaveRoom({ roomId }, messaging.as(bob)),
    };
    messaging.known(cleo, dora);
    for (const [why, end] of Object.entries(ends)) {
      roomId = await messaging.room('private', why, [ada, bob]);
      await moderation.setRole({ roomId, userId: bob, role: 'mod' }, messaging.as(ada));
      const { token, invite } = await create(5, bob);
      const others = await create(5);
      expect(await redeem(dora, token)).toMatchObject({ ok: true });
      expect([why, await end()]).toMatchObject([why, { ok: true }]);
      expect([why, await redeem(cleo, token)]).toMatchObject([why, refusal('not_found')]);
      if (why !== 'demoted') {
        // Their own link stays void, even if they become a mod again; another member's link works, unless they are
        // banned.
        expect([why, await redeem(bob, token)]).toMatchObject([why, refusal('not_found')]);
        expect([why, (await redeem(bob, others.token)).ok]).toEqual([why, why !== 'banned']);
      }
      await moderation.setRole({ roomId, userId: bob, role: 'mod' }, messaging.as(ada));
      expect([why, await redeem(cleo, token)]).toMatchObject([why, refusal('not_found')]);
      expect(await list()).toMatchObject([
        { inviteId: others.invite.inviteId, revokedAt: null },
        { inviteId: invite.inviteId, revokedAt: expect.any(Number) as number },
      ]);
      expect(messaging.rooms.byId(roomId)?.members.has(dora)).toBe(true);
    }
  });

  it('of a public room’s member ends when they leave, and not when they stop being a mod', async () => {
    const { moderation, rooms } = messaging.on;
    roomId = await messaging.room('public', 'hall', [ada, bob]);
    await moderation.setRole({ roomId, userId: bob, role: 'mod' }, messaging.as(ada));
    const { token } = await create(5, bob);
    await moderation.setRole({ roomId, userId: bob, role: 'member' }, messaging.as(ada));
    expect(await redeem(cleo, token)).toMatchObject({ ok: true });
    await rooms.leaveRoom({ roomId }, messaging.as(bob));
    expect(await redeem(dora, token)).toMatchObject(refusal('not_found'));
  });

  it('ends visibly for everyone in the room, in one event per creator however many there were', async () => {
    await messaging.on.moderation.setRole({ roomId, userId: bob, role: 'mod' }, messaging.as(ada));
    for (let count = 0; count < 3; count++) await create(1, bob);
    messaging.published.length = 0;
    await messaging.on.moderation.kick({ roomId, userId: bob }, messaging.as(ada));
    expect(messaging.published.map(({ event: { type, body }, audience }) => ({ type, body, audience }))).toMatchObject([
      { type: 'member.kicked' },
      { type: 'room_invites.voided', body: { roomId, createdBy: bob }, audience: [ada] },
    ]);
  });

  it('stays dead after a rebuild', async () => {
    await messaging.on.moderation.setRole({ roomId, userId: bob, role: 'mod' }, messaging.as(ada));
    const { token } = await create(5, bob);
    await messaging.on.moderation.kick({ roomId, userId: bob }, messaging.as(ada));
    const before = await list();
    messaging.log.rebuild();
    expect(await list()).toEqual(before);
    expect(await redeem(cleo, token)).toMatchObject(refusal('not_found'));
  });

  it('does not appear in plain text in the file', async () => {
    const { token } = await create();
    await redeem(cleo, token);
    const { sqlite } = messaging.database;
    // The secrets are in tables of their own.
    const tables = sqlite
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'messages_parts'")
      .pluck()
      .all();
    const rows = tables.map((table) => sqlite.prepare(`SELECT * FROM "${table}"`).all());
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});
