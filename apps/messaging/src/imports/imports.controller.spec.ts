import {
  messagingCommands as messaging,
  parseInput,
  type DraftOf,
  type InputOf,
  type RoomId,
  type UserId,
} from '@devchitchat/contracts';
import { serverContext } from '@devchitchat/service-kit';
import { MessagingFile } from '../testing/messaging-file';
import { ada, bob } from '../testing/people';
import { tablesOf } from '../testing/tables';

let place = { source: 'discord' as const, id: '417719834231' };
const saidAt = Date.UTC(2019, 4, 19);

type Imported = DraftOf<typeof messaging.importMessages>['messages'][number];
const message = (id: number, text: string, more: Partial<Imported> = {}): Imported => ({
  id: String(id),
  authorId: 'nelly',
  text,
  saidAt: saidAt + id,
  reactions: [],
  pinned: false,
  ...more,
});

let file: MessagingFile;
beforeEach(async () => {
  place = { source: 'discord', id: '417719834231' };
  file = await MessagingFile.open();
  file.people.register({ userId: ada, handle: 'Ada', displayName: 'Ada', role: 'admin', isBot: false });
  file.people.register({ userId: bob, handle: 'bob', displayName: 'Bob', role: 'member', isBot: false });
});
afterEach(() => file[Symbol.asyncDispose]());

const begin = (more: Partial<InputOf<typeof messaging.importRoom>> = {}) =>
  file.on.imports.begin({ ...place, kind: 'public', name: 'workshop', topic: 'Glue', ...more }, serverContext());
const begun = async (more?: Parameters<typeof begin>[0]): Promise<RoomId> => {
  const reply = await begin(more);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value.roomId;
};
const importAll = (...messages: Imported[]) => {
  const input = parseInput(messaging.importMessages, { ...place, messages });
  return input.ok ? file.on.imports.importBatch(input.value, serverContext()) : input;
};
const finish = () => file.on.imports.finish(place, serverContext());
const listed = async (userId: UserId) => {
  const reply = await file.on.rooms.listRooms({ limit: 50 }, file.as(userId));
  return reply.ok ? reply.value.rooms.map(({ name }) => name) : [];
};
const heard = (from: number, userId: UserId) =>
  file.published
    .slice(from)
    .filter(({ audience }) => audience === 'everyone' || audience.includes(userId))
    .map(({ event }) => event.type);

describe('an imported room', () => {
  it('has its messages in order, even those of unknown authors', async () => {
    const roomId = await begun();
    expect(
      await importAll(
        message(1, 'Anyone here?', { pinned: true }),
        message(2, 'yes', {
          authorId: 'otto',
          editedAt: saidAt + 60,
          replyTo: { id: '1', authorId: 'nelly' },
          reactions: [
            { authorId: 'nelly', emoji: '👍' },
            { authorId: 'nelly', emoji: '👍' },
            { authorId: 'otto', emoji: '🎉' },
          ],
        }),
        message(3, 'and I answer nothing that is here', { replyTo: { id: '0', authorId: 'nelly' } }),
      ),
    ).toMatchObject({ value: { added: 3, notPinned: 0 } });
    await finish();
    const [first, second, third] = file.messagesIn(roomId);
    expect(first).toMatchObject({ seq: 1, ts: saidAt + 1, text: 'Anyone here?', editedAt: null, replyTo: null });
    expect(second).toMatchObject({ seq: 2, ts: saidAt + 2, editedAt: saidAt + 60, revision: 0, replyTo: 1 });
    expect(second!.reactions).toEqual([
      { userId: first!.userId, emoji: '👍' },
      { userId: second!.userId, emoji: '🎉' },
    ]);
    expect(third).toMatchObject({ replyTo: null, userId: first!.userId });
    expect(file.snapshots.of(roomId, ada)).toMatchObject({
      room: { name: 'workshop', topic: 'Glue', createdBy: ada },
      members: [{ userId: ada, role: 'owner' }],
      pins: [{ seq: 1, by: ada }],
      headSeq: 3,
    });
    const found = await file.search(ada, 'anyone');
    expect(found.ok && found.value.hits.map((hit) => hit.message.seq)).toEqual([1]);
  });

  it('starts no slow mode wait for the authors of imported messages', async () => {
    const roomId = await begun();
    await importAll(message(1, 'long ago'));
    const [imported] = file.messagesIn(roomId);
    expect(file.messages.lastSentAt(roomId, imported!.userId, 0)).toBeUndefined();
  });

  it('records the import time in its log, and the original times in its messages', async () => {
    const before = Date.now();
    const roomId = await begun();
    await importAll(message(1, 'long ago'));
    const [, sent] = file.log.inScope({ kind: 'room', id: roomId }, 0, 10);
    expect(sent?.ts).toBeGreaterThanOrEqual(before);
    expect(sent?.body).toMatchObject({ imported: { saidAt: saidAt + 1 } });
  });

  it('is hidden until the import finishes, and then announced in two events', async () => {
    const roomId = await begun();
    await importAll(message(1, 'one', { reactions: [{ authorId: 'otto', emoji: '👍' }], pinned: true }));
    expect(await listed(bob)).toEqual([]);
    expect(await file.on.rooms.joinRoom({ roomId }, file.as(bob))).toMatchObject({ error: { code: 'not_found' } });
    expect(heard(0, ada)).toEqual([]);
    await finish();
    expect(heard(0, ada)).toEqual(['member.joined', 'room.imported']);
    expect(await listed(bob)).toEqual(['workshop']);
    expect(await file.on.rooms.joinRoom({ roomId }, file.as(bob))).toMatchObject({ ok: true });
  });

  it('counts as read by its owner, as earlier messages do for any new member', async () => {
    const roomId = await begun();
    await importAll(message(1, 'one'), message(2, 'two'));
    await finish();
    expect(file.snapshots.of(roomId, ada).members).toEqual([expect.objectContaining({ userId: ada, readSeq: 2 })]);
  });

  it('exists once, however often it is imported', async () => {
    await begun();
    await importAll(message(1, 'one'), message(2, 'two'));
    await finish();
    const before = tablesOf(file.database.sqlite);
    expect(await begin({ name: 'another name' })).toMatchObject({ value: { isNew: false } });
    expect(await importAll(message(1, 'one'), message(2, 'two'))).toMatchObject({ value: { added: 0 } });
    await finish();
    expect(tablesOf(file.database.sqlite)).toEqual(before);
  });

  it('gets the new messages of a later export, announced once to its members', async () => {
    const roomId = await begun();
    await importAll(message(1, 'one'));
    await finish();
    await file.send(ada, roomId, 'We are here now');
    const from = file.published.length;
    expect(await importAll(message(1, 'one'), message(2, 'two'))).toMatchObject({ value: { added: 1 } });
    await begin();
    await finish();
    expect(heard(from, ada)).toEqual(['room.imported']);
    expect(file.published.at(-1)?.event.body).toMatchObject({ messages: 1 });
    expect(file.messagesIn(roomId).map(({ text }) => text)).toEqual(['one', 'We are here now', 'two']);
  });

  it('keeps later changes: a deleted message does not come back', async () => {
    const roomId = await begun();
    await importAll(message(1, 'buy my things'));
    await finish();
    await file.delete(ada, file.messagesIn(roomId)[0]!);
    expect(await importAll(message(1, 'buy my things'))).toMatchObject({ value: { added: 0 } });
    expect(file.messagesIn(roomId)).toMatchObject([{ text: null }]);
  });

  it('does not come back after it was deleted', async () => {
    const roomId = await begun();
    await finish();
    await file.on.rooms.deleteRoom({ roomId }, file.as(ada));
    expect([await begin(), await importAll(message(1, 'one')), await finish()]).toMatchObject(
      Array(3).fill({ error: { code: 'conflict' } }),
    );
  });

  it('gets as many pins as fit, and the rest are counted', async () => {
    const roomId = await begun();
    const pinned = Array.from({ length: 52 }, (_, at) => message(at + 1, `pin ${at}`, { pinned: true }));
    expect(await importAll(...pinned)).toMatchObject({ value: { added: 52, notPinned: 2 } });
    expect(file.messages.pinsOf(roomId)).toHaveLength(50);
  });

  it('belongs to the named owner, or to the longest-standing admin', async () => {
    expect(await begin({ owner: 'nobody' })).toMatchObject({ error: { code: 'not_found' } });
    const roomId = await begun({ owner: 'BOB', kind: 'private' });
    await finish();
    expect(file.snapshots.of(roomId, bob).members).toMatchObject([{ userId: bob, role: 'owner' }]);
    expect(await listed(ada)).toEqual([]);
  });

  it('is numbered if its public name is taken, and keeps that name', async () => {
    await file.room('public', 'Workshop', [bob]);
    for (const name of ['workshop-2', 'workshop-3']) {
      place = { ...place, id: `4${name.at(-1) ?? ''}` };
      await begun();
      expect([await finish(), await finish()]).toMatchObject([{ value: { name } }, { value: { name } }]);
    }
    expect(await listed(bob)).toEqual(expect.arrayContaining(['Workshop', 'workshop-2', 'workshop-3']));
    const roomId = await begun({ kind: 'private' });
    expect(await finish()).toMatchObject({ ok: true });
    expect(file.rooms.contentOf(roomId).name).toBe('workshop-3');
  });

  it('holds no name while it is unfinished, and takes a free one when it appears', async () => {
    const roomId = await begun();
    await importAll(message(1, 'one'));
    await file.room('public', 'Workshop', [bob]);
    expect(await finish()).toMatchObject({ value: { name: 'workshop-2' } });
    expect(file.rooms.contentOf(roomId)).toEqual({ name: 'workshop-2', topic: 'Glue' });
    expect(file.rooms.isNameTaken('WORKSHOP-2', '' as RoomId)).toBe(true);
    const before = tablesOf(file.database.sqlite);
    file.log.rebuild();
    expect(tablesOf(file.database.sqlite)).toEqual(before);
  });

  it('must be begun first, and tells the kind that it has', async () => {
    expect(await importAll(message(1, 'one'))).toMatchObject({ error: { code: 'not_found' } });
    expect(await begin()).toMatchObject({ value: { isNew: true, kind: 'public' } });
    expect(await begin({ kind: 'private' })).toMatchObject({ value: { isNew: false, kind: 'public' } });
  });

  it('has up to two thousand reactions on a message', async () => {
    const roomId = await begun();
    const reactions = Array.from({ length: 501 }, (_, at) => ({ authorId: `p${at}`, emoji: '👍' }));
    expect(await importAll(message(1, 'one', { reactions }))).toMatchObject({ value: { added: 1 } });
    expect(file.messagesIn(roomId)[0]!.reactions).toHaveLength(501);
  });

  it('gets the rest of a long message only together with its beginning', async () => {
    const roomId = await begun();
    const parts = [message(1, 'one,'), { ...message(1, 'two'), id: '1_2', continues: '1' }];
    expect(await importAll(...parts)).toMatchObject({ value: { added: 2 } });
    const again = [...parts, { ...message(1, 'split differently'), id: '1_3', continues: '1' }];
    expect(await importAll(...again)).toMatchObject({ value: { added: 0 } });
    expect(file.messagesIn(roomId).map(({ text }) => text)).toEqual(['one,', 'two']);
  });

  it('survives a rebuild, also in the middle of an import', async () => {
    await begun();
    await importAll(message(1, 'one', { editedAt: saidAt + 9 }), message(2, 'two'));
    const before = tablesOf(file.database.sqlite);
    file.log.rebuild();
    expect(tablesOf(file.database.sqlite)).toEqual(before);
    expect(before['rooms']).toMatchObject([{ hidden: 1, unannounced: 2 }]);
  });
});
