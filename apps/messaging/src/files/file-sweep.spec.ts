import { rmSync } from 'node:fs';
import { filePaths, type FileId, type RoomId } from '@devchitchat/contracts';
import { silentLogger } from '@devchitchat/service-kit';
import { until } from '@devchitchat/service-kit/testing';
import { MessagingFile } from '../testing/messaging-file';
import { ada, bob } from '../testing/people';
import { photo } from '../testing/uploads';
import { FilesFolderStartup } from './files-folder.startup';
import { FileSweep } from './file-sweep.service';
import { RemovalsRepository } from './removals.repository';

let messaging: MessagingFile;
let roomId: RoomId;

beforeEach(async () => {
  messaging = await MessagingFile.open();
  roomId = await messaging.room('private', 'kitchen', [ada, bob]);
});

afterEach(() => messaging[Symbol.asyncDispose]());

const upload = () => messaging.files.upload(messaging.as(ada), roomId);
const folders = () => messaging.files.namesIn();
const stored = () => messaging.files.rows().map(({ file_id }) => file_id);
const expire = () => messaging.database.sqlite.exec('UPDATE stored_files SET expires_at = 1');

async function sent(clientMsgId = 'c-000001'): Promise<FileId> {
  const fileId = await upload();
  expect(await messaging.send(ada, roomId, '', clientMsgId, [fileId])).toMatchObject({ ok: true });
  return fileId;
}

/** Starts another sweep on the same files, as a new process does. */
async function restart(): Promise<void> {
  const { groupCommit, files, database } = messaging;
  const sweep = new FileSweep(groupCommit, files.store, new RemovalsRepository(database.sqlite), silentLogger);
  await sweep.onApplicationBootstrap();
  await until(() => stored().length === folders().length && !hasUntidy());
  await sweep.onModuleDestroy();
}

const hasUntidy = () =>
  messaging.files.rows().some(({ state, turn }) => state === 'removing' || (state === 'sent' && turn > 0));

describe('the sweep', () => {
  it('keeps the complete file of a message, and removes the bytes of its turns', async () => {
    const fileId = await sent();
    await until(() => messaging.files.namesIn(fileId).length === 1);
    expect(messaging.files.namesIn(fileId)).toEqual(['ready']);
    await until(() => !hasUntidy());
    await restart();
    expect(folders()).toEqual([fileId]);
  });

  it('removes the files of a deleted message, and no others', async () => {
    const [gone, kept] = [await sent('c-000001'), await sent('c-000002')];
    await messaging.delete(ada, messaging.messagesIn(roomId)[0]!);
    await until(() => !stored().includes(gone));
    expect([folders(), stored()]).toEqual([[kept], [kept]]);
  });

  it('removes the files of a deleted room', async () => {
    await sent();
    await messaging.on.rooms.deleteRoom({ roomId }, messaging.as(ada));
    await until(() => stored().length === 0);
    expect(folders()).toEqual([]);
  });

  it('removes uploads that no message took in time, and keeps the others', async () => {
    await upload();
    expire();
    const kept = await upload();
    messaging.files.sweep.filesWereSent();
    await until(() => stored().length === 1);
    expect([folders(), stored()]).toEqual([[kept], [kept]]);
  });

  it('removes many', async () => {
    const before = await Promise.all(Array.from({ length: 30 }, () => upload()));
    expect(folders()).toEqual([...before].sort());
    expire();
    messaging.files.sweep.filesWereSent();
    await until(() => stored().length === 0);
    expect(folders()).toEqual([]);
  });
});

describe('a start after a crash', () => {
  it('removes a file that was marked, whether or not its folder was removed', async () => {
    const files = [await upload(), await upload()] as const;
    messaging.database.sqlite.exec("UPDATE stored_files SET state = 'removing'");
    rmSync(`${messaging.files.store.path}/${files[0]}`, { recursive: true });
    await restart();
    expect([folders(), stored()]).toEqual([[], []]);
  });

  it('removes folders of files that are unknown, and leaves everything else in place', async () => {
    const [file, taken] = [await upload(), await sent()];
    messaging.files.write(filePaths.turn('f_7k2m9q4t1x8z3v6w' as FileId, 1));
    messaging.files.write('lost+found/1');
    const { groupCommit, files, database } = messaging;
    const sweep = new FileSweep(groupCommit, files.store, new RemovalsRepository(database.sqlite), silentLogger);
    await sweep.onApplicationBootstrap();
    await until(() => folders().length === 3);
    await sweep.onModuleDestroy();
    expect(folders()).toEqual([file, taken, 'lost+found'].sort());
  });

  it('removes the files of a message that was deleted', async () => {
    const fileId = await sent();
    await until(() => !hasUntidy());
    // The event without the sweep that follows it.
    await messaging.files.sweep.onModuleDestroy();
    await messaging.delete(ada, messaging.messagesIn(roomId)[0]!);
    expect(stored()).toEqual([fileId]);
    const { groupCommit, files, database } = messaging;
    const sweep = new FileSweep(groupCommit, files.store, new RemovalsRepository(database.sqlite), silentLogger);
    await sweep.onApplicationBootstrap();
    await until(() => stored().length === 0);
    await sweep.onModuleDestroy();
    expect(folders()).toEqual([]);
  });
});

describe('the folder of all files', () => {
  const start = () => new FilesFolderStartup(messaging.files.store, messaging.files.stored).onModuleInit();

  it('is created while no message has a file', async () => {
    await messaging.files.upload(messaging.as(ada), roomId, photo);
    rmSync(messaging.files.store.path, { recursive: true });
    expect(await messaging.files.begin(messaging.as(ada), roomId)).toMatchObject({
      error: { reason: 'file.disk_reserve' },
    });
    await start();
    expect(folders()).toEqual([]);
  });

  it('must not be missing once a message has one', async () => {
    await sent();
    await until(() => !hasUntidy());
    rmSync(messaging.files.store.path, { recursive: true });
    await expect(start()).rejects.toThrow(/files is missing, but messages have files in it\. Nothing was changed\./);
    expect(messaging.files.store.exists()).toBe(false);
  });
});
