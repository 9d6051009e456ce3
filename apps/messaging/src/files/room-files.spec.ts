import type { FileKind, RoomId } from '@devchitchat/contracts';
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

const upload = (name: string, facts = notes) => messaging.files.upload(messaging.as(ada), roomId, facts, name);

function list(by = ada, kinds?: FileKind[], limit = 30, after?: string) {
  const reply = messaging.on.files.list({ roomId, kinds, limit, after }, messaging.as(by));
  if (!reply.ok) throw new Error(reply.error.reason);
  return { names: reply.value.files.map(({ file }) => file.name), ...reply.value };
}

/** Two messages: a picture and notes, then a film and two pictures. */
async function fill(): Promise<void> {
  await messaging.send(ada, roomId, 'one', 'c-000001', [await upload('a.png', photo), await upload('b.txt')]);
  const film = await upload('c.mp4', { kind: 'video', type: 'video/mp4', bytes: 4 });
  const pictures = [await upload('d.png', photo), await upload('e.png', photo)];
  await messaging.send(ada, roomId, 'two', 'c-000002', [film, ...pictures]);
}

describe('the files of a room', () => {
  it('are listed newest message first, with their sender and place', async () => {
    await fill();
    const { names, files } = list();
    expect(names).toEqual(['c.mp4', 'd.png', 'e.png', 'a.png', 'b.txt']);
    const [, second] = messaging.messagesIn(roomId);
    expect(files[0]).toEqual({ file: second?.files?.[0], seq: 2, userId: ada, ts: second?.ts });
  });

  it('are listed by kind, page by page', async () => {
    await fill();
    const first = list(bob, ['picture', 'video'], 2);
    expect(first.names).toEqual(['c.mp4', 'd.png']);
    const second = list(bob, ['picture', 'video'], 2, first.next ?? '');
    expect([second.names, second.next]).toEqual([['e.png', 'a.png'], null]);
    expect(list(bob, ['audio', 'other']).names).toEqual(['b.txt']);
  });

  it('leave the list with their message', async () => {
    await fill();
    await messaging.delete(ada, messaging.messagesIn(roomId)[1]!);
    expect(list().names).toEqual(['a.png', 'b.txt']);
  });

  it('are for members, from the beginning of their history', async () => {
    await fill();
    expect(() => list(cleo)).toThrow('room.unknown');
    messaging.known(cleo);
    await messaging.on.rooms.addMember({ roomId, userId: cleo, history: 'from_now' }, messaging.as(ada));
    expect(list(cleo).names).toEqual([]);
    await messaging.send(ada, roomId, '', 'c-000003', [await upload('f.txt')]);
    expect(list(cleo).names).toEqual(['f.txt']);
  });

  it('are read in the order of an index', () => {
    const plan = messaging.database.sqlite
      .prepare<[], { detail: string }>(
        `EXPLAIN QUERY PLAN SELECT * FROM files f WHERE f.room_id = 'r' AND json_extract(f.file_json, '$.kind') = 'picture'
        AND f.seq >= 1 AND f.seq <= 9 ORDER BY f.seq DESC, f.position LIMIT 5`,
      )
      .all()
      .map(({ detail }) => detail);
    expect(plan).toEqual([expect.stringContaining('USING INDEX files_by_room')]);
  });
});
