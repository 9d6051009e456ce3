import type { ModerationAct, RoomId, UserId } from '@devchitchat/contracts';
import { MessagingFile } from '../testing/messaging-file';
import { ada, bob, cleo, dora } from '../testing/people';

let messaging: MessagingFile;
let roomId: RoomId;

beforeEach(async () => {
  messaging = await MessagingFile.open();
  roomId = await messaging.room('private', 'kitchen', [ada, bob, cleo]);
  await messaging.on.moderation.setRole({ roomId, userId: bob, role: 'mod' }, messaging.as(ada));
});

afterEach(() => messaging[Symbol.asyncDispose]());

const list = (userId: UserId, { after, limit = 50 }: { after?: number | undefined; limit?: number } = {}) =>
  messaging.on.moderation.list({ roomId, limit, after }, messaging.as(userId));
const acts = (userId: UserId = ada): readonly ModerationAct[] => {
  const reply = list(userId);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value.acts;
};
const refusal = (code: string) => ({ ok: false, error: { code } });

/** Performs one of every moderation command. */
async function moderateALot(): Promise<void> {
  const { moderation, rooms } = messaging.on;
  const whom = { roomId, userId: cleo };
  await messaging.send(cleo, roomId, 'xplanted');
  await messaging.send(cleo, roomId, 'yplanted');
  await messaging.delete(bob, messaging.messagesIn(roomId)[0]!, 'Off topic');
  await messaging.delete(cleo, messaging.messagesIn(roomId)[1]!);
  await moderation.mute({ ...whom, seconds: 60, reason: 'Hush' }, messaging.as(bob));
  await moderation.unmute(whom, messaging.as(ada));
  await moderation.kick({ ...whom, reason: 'Enough' }, messaging.as(bob));
  await moderation.ban(whom, messaging.as(bob));
  await moderation.unban(whom, messaging.as(ada));
  await rooms.updateRoom({ roomId, topic: 'Food', slowModeSeconds: 30 }, messaging.as(bob));
  await moderation.setRole({ roomId, userId: bob, role: 'owner' }, messaging.as(ada));
}

describe('the moderation log of a room', () => {
  it('lists actors, targets and reasons, newest first, and no text of a message', async () => {
    await moderateALot();
    const told = acts().map(({ eventId: _, ts: __, ...act }) => act);
    expect(told).toEqual([
      { kind: 'role_changed', by: ada, userId: ada, role: 'mod' },
      { kind: 'role_changed', by: ada, userId: bob, role: 'owner' },
      { kind: 'settings_changed', by: bob, slowModeSeconds: 30 },
      { kind: 'room_updated', by: bob, name: 'kitchen', topic: 'Food' },
      { kind: 'unbanned', by: ada, userId: cleo },
      { kind: 'banned', by: bob, userId: cleo, reason: null },
      { kind: 'kicked', by: bob, userId: cleo, reason: 'Enough' },
      { kind: 'unmuted', by: ada, userId: cleo },
      { kind: 'muted', by: bob, userId: cleo, reason: 'Hush', until: expect.any(Number) as number },
      { kind: 'message_deleted', by: bob, userId: cleo, seq: 1, reason: 'Off topic' },
      { kind: 'role_changed', by: ada, userId: bob, role: 'mod' },
    ]);
    expect(JSON.stringify(told)).not.toContain('planted');
    expect(acts(bob)).toEqual(acts());
  });

  it('is paged', async () => {
    await moderateALot();
    const all = acts();
    const pages: ModerationAct[] = [];
    for (let next: number | null | undefined; next !== null;) {
      const reply = list(ada, { limit: 4, after: next });
      if (!reply.ok) throw new Error(reply.error.message);
      expect(reply.value.acts.length).toBeLessThanOrEqual(4);
      pages.push(...reply.value.acts);
      ({ next } = reply.value);
    }
    expect(pages).toEqual(all);
  });

  it('is for the owner and mods, as long as they are', async () => {
    expect(list(bob)).toMatchObject({ ok: true });
    expect(list(cleo)).toMatchObject(refusal('forbidden'));
    expect(list(dora)).toMatchObject(refusal('not_found'));
    await messaging.on.moderation.setRole({ roomId, userId: bob, role: 'member' }, messaging.as(ada));
    expect(list(bob)).toMatchObject(refusal('forbidden'));
    await messaging.on.rooms.leaveRoom({ roomId }, messaging.as(bob));
    expect(list(bob)).toMatchObject(refusal('not_found'));
    roomId = await messaging.direct([ada, bob]);
    expect(list(ada)).toMatchObject(refusal('forbidden'));
  });

  it('hides messages from before a mod’s history', async () => {
    await messaging.send(cleo, roomId, 'Early');
    await messaging.delete(ada, messaging.messagesIn(roomId)[0]!);
    messaging.known(dora);
    await messaging.on.rooms.addMember({ roomId, userId: dora, history: 'from_now' }, messaging.as(ada));
    await messaging.on.moderation.setRole({ roomId, userId: dora, role: 'mod' }, messaging.as(ada));
    expect(acts(dora).map(({ kind }) => kind)).toEqual(['role_changed', 'role_changed']);
    expect(acts(ada).map(({ kind }) => kind)).toEqual(['role_changed', 'message_deleted', 'role_changed']);
  });

  it('contains no acts of other rooms', async () => {
    const hall = await messaging.room('public', 'hall', [ada, bob]);
    await messaging.on.moderation.kick({ roomId: hall, userId: bob }, messaging.as(ada));
    expect(acts()).toHaveLength(1);
  });
});
