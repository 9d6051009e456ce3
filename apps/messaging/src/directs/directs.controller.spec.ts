import { accepted, type InviteId, type Message, type Reply, type RoomId, type UserId } from '@devchitchat/contracts';
import { serverContext } from '@devchitchat/service-kit';
import { MessagingFile } from '../testing/messaging-file';
import { ada, bob, cleo, dora } from '../testing/people';

let file: MessagingFile;

beforeEach(async () => {
  file = await MessagingFile.open();
  file.known(ada, bob, cleo);
});

afterEach(() => file[Symbol.asyncDispose]());

const open = (by: UserId, ...userIds: readonly UserId[]) =>
  file.on.directs.open({ userIds: [...userIds] }, file.as(by));
const hide = (by: UserId, roomId: RoomId) => file.on.directs.hide({ roomId }, file.as(by));
const hiddenFrom = (userId: UserId) => file.sync(userId).own.hidden;
const idIn = (reply: Awaited<ReturnType<typeof open>>) => (reply.ok ? reply.value.room.roomId : reply.error.code);

describe('a direct room', () => {
  it('is the same one for the same people, even if all of them open it at once', async () => {
    const at = Array.from({ length: 20 }, (_, index) => index);
    const opened = await Promise.all(at.map((index) => (index % 2 ? open(ada, bob, cleo) : open(cleo, bob, ada))));
    expect(new Set(opened.map(idIn)).size).toBe(1);
    expect(opened[0]).toMatchObject({
      ok: true,
      value: { room: { kind: 'direct', name: '' }, members: { length: 3 }, headSeq: 0 },
    });
    expect(idIn(await open(ada, bob))).not.toBe(idIn(opened[0]!));
    expect(idIn(await open(ada, ada))).toBe(await file.direct([ada, ada]));
  });

  it('cannot be opened with an unknown person, and is readable but not writable once its other people are gone', async () => {
    expect(await open(ada, dora)).toMatchObject({ ok: false, error: { code: 'not_found' } });
    const roomId = await file.direct([ada, bob]);
    await file.groupCommit.run(serverContext(), () => accepted(file.people.deactivate(bob)));
    expect(idIn(await open(ada, bob))).toBe(roomId);
    expect(await file.send(ada, roomId, 'Bob?')).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(await open(ada, bob, cleo)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  it('is hidden from everyone else', async () => {
    const roomId = await file.direct([ada, bob]);
    await file.send(ada, roomId, 'xyzzy');
    expect(await file.on.rooms.joinRoom({ roomId }, file.as(cleo))).toMatchObject({ error: { code: 'not_found' } });
    expect(await file.search(cleo, 'xyzzy')).toMatchObject({ value: { hits: [] } });
    expect(await file.on.rooms.listRooms({ limit: 50 }, file.as(cleo))).toMatchObject({ value: { rooms: [] } });
    expect(await file.search(bob, 'xyzzy')).toMatchObject({ value: { hits: [{ message: { roomId } }] } });
  });

  it('can be joined by its people without effect, and cannot be changed', async () => {
    const roomId = await file.direct([ada, bob]);
    await file.send(bob, roomId, 'Hello');
    const { msgId } = file.messagesIn(roomId)[0] as Message;
    const [whom, as] = [{ roomId, userId: bob }, file.as(ada)];
    const { rooms, invites, moderation, messages } = file.on;
    const refused: Record<string, Reply<unknown> | Promise<Reply<unknown>>> = {
      leave: rooms.leaveRoom({ roomId }, as),
      update: rooms.updateRoom({ roomId, topic: 'Us' }, as),
      delete: rooms.deleteRoom({ roomId }, as),
      add: rooms.addMember({ roomId, userId: cleo, history: 'whole' }, as),
      link: invites.createInvite({ roomId, expiresInSeconds: 60, maxUses: 1, history: 'whole' }, as),
      links: invites.listInvites({ roomId, limit: 50 }, as),
      revoke: invites.revokeInvite({ roomId, inviteId: 'i_0000000000000001' as InviteId }, as),
      kick: moderation.kick(whom, as),
      ban: moderation.ban(whom, as),
      unban: moderation.unban(whom, as),
      mute: moderation.mute({ ...whom, seconds: 60 }, as),
      unmute: moderation.unmute(whom, as),
      'set role': moderation.setRole({ ...whom, role: 'mod' }, as),
      'delete theirs': messages.deleteMessage({ roomId, msgId }, as),
    };
    for (const [what, reply] of Object.entries(refused)) {
      const words = await reply;
      expect([what, words]).toMatchObject([what, { ok: false, error: { code: 'forbidden' } }]);
      expect(words.ok || words.error.message).toMatch(/^This is a direct conversation/);
    }
    expect(await rooms.joinRoom({ roomId }, as)).toMatchObject({ value: { members: { length: 2 } } });
  });
});

describe('the list of direct rooms', () => {
  it('shows a new one to its opener at once, and to the others from the first message on', async () => {
    const roomId = await file.direct([ada, bob]);
    expect([hiddenFrom(ada), hiddenFrom(bob)]).toEqual([[], [{ roomId, seq: 0 }]]);
    await file.send(ada, roomId, 'Hello');
    expect(hiddenFrom(bob)).toEqual([]);
  });

  it('leaves out a hidden one until its next message, or until the person opens it', async () => {
    const roomId = await file.direct([ada, bob]);
    await file.send(ada, roomId, 'Hello');
    await hide(ada, roomId);
    expect([hiddenFrom(ada), hiddenFrom(bob)]).toEqual([[{ roomId, seq: 1 }], []]);
    await file.send(bob, roomId, 'Still there?');
    expect(hiddenFrom(ada)).toEqual([]);
    await hide(ada, roomId);
    expect(hiddenFrom(ada)).toEqual([{ roomId, seq: 2 }]);
    await open(ada, bob);
    expect(hiddenFrom(ada)).toEqual([]);
    await hide(ada, roomId);
    expect(hiddenFrom(ada)).toEqual([{ roomId, seq: 2 }]);
  });

  it('is private to its person', async () => {
    const roomId = await file.direct([ada, bob]);
    await file.send(ada, roomId, 'Hello');
    const head = file.log.headOf({ kind: 'room', id: roomId });
    file.published.length = 0;
    await hide(ada, roomId);
    await hide(ada, roomId);
    await open(ada, bob);
    expect(file.published.map(({ event, audience }) => [event.type, event.scope, audience])).toEqual([
      ['dm.hidden', { kind: 'user', id: ada }, [ada]],
      ['dm.shown', { kind: 'user', id: ada }, [ada]],
    ]);
    expect(file.sync(ada).own.head).toBe(file.published[1]?.event.eventId);
    expect(file.sync(bob, { roomId, after: head })).toMatchObject({ rooms: [], own: { head: 0 } });
  });
});
