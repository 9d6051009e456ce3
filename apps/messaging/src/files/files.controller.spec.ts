import { statSync } from 'node:fs';
import { join } from 'node:path';
import { filePaths, type FileForm, type FileId, type RoomId } from '@devchitchat/contracts';
import { MessagingFile } from '../testing/messaging-file';
import { ada, bob, cleo } from '../testing/people';
import { notes, photo } from '../testing/uploads';

let messaging: MessagingFile;
let roomId: RoomId;

beforeEach(async () => {
  messaging = await MessagingFile.open();
  roomId = await messaging.room('private', 'kitchen', [ada, bob]);
});

afterEach(() => messaging[Symbol.asyncDispose]());

const refusedFor = (reason: string) => ({ ok: false, error: { reason } });
const begin = (by = ada, ...more: [clientFileId?: string, name?: string, size?: number]) =>
  messaging.files.begin(messaging.as(by), roomId, ...more);
const receive = (fileId: FileId, by = ada) => messaging.on.files.mayReceive({ fileId }, messaging.as(by));
const received = (fileId: FileId, by = ada) =>
  messaging.on.files.markReceived({ fileId, facts: notes }, messaging.as(by));
const read = (fileId: FileId, form: FileForm, by = ada) =>
  messaging.on.files.mayRead({ fileId, form }, messaging.as(by));
const upload = (facts = notes, by = ada) => messaging.files.upload(messaging.as(by), roomId, facts);

async function begun(): Promise<FileId> {
  const reply = await begin(ada, 'file-0001');
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value.fileId;
}

describe('an upload', () => {
  it('has a folder of its own, and goes on where it stopped', async () => {
    const fileId = await begun();
    const folder = statSync(join(messaging.files.store.path, fileId));
    expect(folder.mode & 0o777).toBe(0o700);
    expect(await receive(fileId)).toEqual({ ok: true, value: { size: 4, turn: 1, received: 0 } });
    messaging.files.write(filePaths.turn(fileId, 1), 'te');
    expect(await begin(ada, 'file-0001')).toMatchObject({ value: { fileId, received: 2, isReady: false } });
    expect(await receive(fileId)).toEqual({ ok: true, value: { size: 4, turn: 2, received: 2 } });
    messaging.files.write(filePaths.turn(fileId, 2), 'tex');
    expect(await receive(fileId)).toEqual({ ok: true, value: { size: 4, turn: 3, received: 3 } });
  });

  it('is complete once, however often that is told', async () => {
    const fileId = await begun();
    expect(await received(fileId)).toMatchObject({ ok: true });
    await messaging.on.files.markReceived({ fileId, facts: photo }, messaging.as(ada));
    expect(messaging.files.stored.byId(fileId)?.facts).toEqual(notes);
    expect(await begin(ada, 'file-0001')).toMatchObject({ value: { fileId, received: 4, isReady: true } });
    expect(await receive(fileId)).toMatchObject({ value: { size: 4, received: 4 } });
  });

  it('belongs to one person in one room', async () => {
    const fileId = await begun();
    expect(await begin(cleo)).toMatchObject(refusedFor('room.unknown'));
    expect(await begin(ada, 'file-0001', 'other.txt')).toMatchObject(refusedFor('file.id_reused'));
    expect(await begin(bob, 'file-0001')).toMatchObject({ ok: true });
    for (const other of [bob, cleo]) {
      expect(await receive(fileId, other)).toMatchObject(refusedFor('file.unknown'));
      expect(await received(fileId, other)).toMatchObject(refusedFor('file.unknown'));
    }
  });

  it('stops for members who leave or are muted', async () => {
    const reply = await begin(bob, 'file-0001');
    const { fileId } = (reply as Extract<typeof reply, { ok: true }>).value;
    await messaging.on.moderation.mute({ roomId, userId: bob, seconds: 60 }, messaging.as(ada));
    expect(await receive(fileId, bob)).toMatchObject(refusedFor('room.muted'));
    await messaging.on.rooms.leaveRoom({ roomId }, messaging.as(bob));
    expect(await receive(fileId, bob)).toMatchObject(refusedFor('room.unknown'));
  });

  it('is over once a message has the file', async () => {
    const fileId = await begun();
    await received(fileId);
    await messaging.send(ada, roomId, '', 'c-000001', [fileId]);
    expect(await begin(ada, 'file-0001')).toMatchObject({ ok: true, value: { fileId, isReady: true } });
    expect(await receive(fileId)).toMatchObject(refusedFor('file.unknown'));
    expect(await received(fileId)).toMatchObject(refusedFor('file.unknown'));
  });

  it('is too large above 25 MB, and thirty may wait', async () => {
    expect(await begin(ada, 'large-01', 'large', 25 * 1024 * 1024 + 1)).toMatchObject({
      error: { reason: 'file.too_large', params: { megabytes: 25 } },
    });
    for (let at = 0; at < 30; at++) expect(await begin()).toMatchObject({ ok: true });
    expect(await begin()).toMatchObject(refusedFor('file.too_many_open'));
    messaging.database.sqlite.exec('UPDATE stored_files SET expires_at = 1');
    expect(await begin()).toMatchObject({ ok: true });
  });
});

describe('a message with files', () => {
  it('shows them wherever it is read, in their order, and keeps them when its text changes', async () => {
    const files = [await upload(photo), await upload()];
    const sent = await messaging.send(ada, roomId, '', 'c-000001', files);
    const [listed] = messaging.messagesIn(roomId);
    expect(sent).toEqual({ ok: true, value: listed });
    expect(listed?.files).toEqual([
      { ...photo, fileId: files[0], name: 'notes.txt' },
      { ...notes, fileId: files[1], name: 'notes.txt' },
    ]);
    expect(await messaging.edit(ada, listed!, 'A text')).toMatchObject({ ok: true });
    expect(messaging.messagesIn(roomId)).toMatchObject([{ text: 'A text', files: listed?.files }]);
    expect(await messaging.send(ada, roomId, '', 'c-000001', files)).toMatchObject({ value: { files: listed?.files } });
    expect(await messaging.send(ada, roomId, '', 'c-000001', files.slice(1))).toMatchObject(
      refusedFor('message.id_reused'),
    );
    expect(await messaging.send(ada, roomId, '', 'c-000002', files)).toMatchObject(refusedFor('file.not_uploaded'));
  });

  it('takes a file once, also in the same commit', async () => {
    const fileId = await upload();
    const replies = await Promise.all(
      ['c-000001', 'c-000002'].map((id) => messaging.send(ada, roomId, '', id, [fileId])),
    );
    expect(replies).toMatchObject([{ ok: true }, refusedFor('file.not_uploaded')]);
  });

  it('loses them when it is deleted', async () => {
    await messaging.send(ada, roomId, 'Look', 'c-000001', [await upload()]);
    await messaging.delete(ada, messaging.messagesIn(roomId)[0]!);
    expect(messaging.messagesIn(roomId)[0]).not.toHaveProperty('files');
    expect(await messaging.send(ada, roomId, 'Look', 'c-000001', [])).toMatchObject({ value: { text: null } });
  });
});

describe('reading a file', () => {
  it('is for those who see its message', async () => {
    const fileId = await upload();
    expect(read(fileId, 'original')).toMatchObject(refusedFor('file.unknown'));
    await messaging.send(ada, roomId, '', 'c-000001', [fileId]);
    for (const member of [ada, bob]) {
      expect(read(fileId, 'original', member)).toEqual({
        ok: true,
        value: { kind: 'other', type: 'text/plain', name: 'notes.txt' },
      });
    }
    expect(read(fileId, 'original', cleo)).toMatchObject(refusedFor('file.unknown'));
    messaging.known(cleo);
    await messaging.on.rooms.addMember({ roomId, userId: cleo, history: 'from_now' }, messaging.as(ada));
    expect(read(fileId, 'original', cleo)).toMatchObject(refusedFor('file.unknown'));
    await messaging.on.rooms.leaveRoom({ roomId }, messaging.as(bob));
    expect(read(fileId, 'original', bob)).toMatchObject(refusedFor('file.unknown'));
    await messaging.delete(ada, messaging.messagesIn(roomId)[0]!);
    expect(read(fileId, 'original')).toMatchObject(refusedFor('file.unknown'));
  });

  it('is possible in the forms that it has', async () => {
    const files = [await upload(photo), await upload()] as const;
    await messaging.send(ada, roomId, '', 'c-000001', files);
    const forms: readonly FileForm[] = ['small', 'large', 'original'];
    expect(forms.map((form) => read(files[0], form).ok)).toEqual([true, true, false]);
    expect(forms.map((form) => read(files[1], form).ok)).toEqual([false, false, true]);
  });

  it('ends with its room', async () => {
    const fileId = await upload();
    await messaging.send(ada, roomId, '', 'c-000001', [fileId]);
    await messaging.on.rooms.deleteRoom({ roomId }, messaging.as(ada));
    expect(read(fileId, 'original')).toMatchObject(refusedFor('file.unknown'));
  });
});
