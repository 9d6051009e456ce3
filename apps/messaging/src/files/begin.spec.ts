import type { ClientFileId, FileId, RoomId } from '@devchitchat/contracts';
import { created, joined, kitchen, muted, roomAfter } from '../testing/history';
import { ada, bob, cleo, people, peopleWith } from '../testing/people';
import { begin, diskReserve, type BeginCommand, type BeginFacts } from './begin';
import { keptMs, type StoredFile } from './stored-file';

const megabyte = 1024 * 1024;
const now = 90_000;
const fileId = 'f_7k2m9q4t1x8z3v6w' as FileId;
const command: BeginCommand = {
  roomId: kitchen,
  clientFileId: 'file-0001' as ClientFileId,
  name: 'a.txt',
  size: megabyte,
};
const room = roomAfter(created('public', ada), joined(ada, 'owner'), joined(bob));

const facts: BeginFacts = {
  by: bob,
  now,
  fileId,
  earlier: undefined,
  limits: { FILE_MAX_MB: 25 },
  bytesOfPerson: () => 0,
  bytesOfServer: () => 0,
  freeBytes: () => Infinity,
  openUploads: () => 0,
  people,
};
const earlier: StoredFile = {
  ...command,
  fileId,
  userId: bob,
  createdAt: 1,
  expiresAt: 2,
  turn: 3,
  facts: null,
  state: 'open',
};
const begun = (more: Partial<BeginFacts>, input: Partial<BeginCommand> = {}) =>
  begin(room, { ...command, ...input }, { ...facts, ...more });
const refusedFor = (reason: string) => ({ ok: false, error: { reason } });

describe('beginning an upload', () => {
  it('is kept for five minutes', () => {
    expect(begun({})).toMatchObject({
      value: { isNew: true, file: { ...command, fileId, userId: bob, turn: 0, facts: null, expiresAt: now + keptMs } },
    });
  });

  it('again finds the same file and keeps it longer, also if it had expired and nothing would fit now', () => {
    const full = {
      limits: { FILE_MAX_MB: 0.5, FILES_MAX_GB: 0.001 },
      bytesOfServer: () => Infinity,
      freeBytes: () => 0,
    };
    expect(begun({ ...full, earlier, openUploads: () => 30 })).toEqual({
      ok: true,
      value: { isNew: false, file: { ...earlier, expiresAt: now + keptMs } },
    });
  });

  it.each<Partial<BeginCommand>>([{ name: 'b.txt' }, { size: 1 }])(
    'of another file under the same id is refused: %j',
    (other) => {
      expect(begun({ earlier }, other)).toMatchObject(refusedFor('file.id_reused'));
    },
  );

  it('for another room under the same id is refused', () => {
    const elsewhere = { ...earlier, roomId: 'r_0000000000000000' as RoomId };
    expect(begun({ earlier: elsewhere })).toMatchObject(refusedFor('file.id_reused'));
  });

  it('of a file that is being removed is refused', () => {
    expect(begun({ earlier: { ...earlier, state: 'removing' } })).toMatchObject(refusedFor('file.not_uploaded'));
  });

  it('of a file in a message finds it, so that its message can be sent again after a lost answer', () => {
    expect(begun({ earlier: { ...earlier, state: 'sent' } })).toMatchObject({ ok: true, value: { isNew: false } });
  });
});

describe('refusals', () => {
  it('come in order', () => {
    const limits = { FILE_MAX_MB: 25, FILES_MAX_GB: 2, FILES_MAX_GB_PER_PERSON: 1 };
    const gigabyte = 1024 * megabyte;
    const worst = {
      limits: { ...limits, FILE_MAX_MB: 0.5 },
      bytesOfPerson: () => gigabyte,
      bytesOfServer: () => 2 * gigabyte,
      freeBytes: () => 0,
      openUploads: () => 30,
    };
    expect(begun(worst)).toMatchObject(refusedFor('file.too_large'));
    expect(begun({ ...worst, limits })).toMatchObject(refusedFor('file.person_quota'));
    const small = { ...worst, limits, bytesOfPerson: () => gigabyte - megabyte };
    expect(begun(small)).toMatchObject(refusedFor('file.server_quota'));
    const roomy = { ...small, bytesOfServer: () => 2 * gigabyte - megabyte };
    expect(begun(roomy)).toMatchObject(refusedFor('file.disk_reserve'));
    const free = { ...roomy, freeBytes: () => diskReserve + megabyte };
    expect(begun(free)).toMatchObject(refusedFor('file.too_many_open'));
    expect(begun({ ...free, openUploads: () => 29 })).toMatchObject({ ok: true });
    expect(begun({ ...free, openUploads: () => 29, freeBytes: () => diskReserve + megabyte - 1 })).toMatchObject(
      refusedFor('file.disk_reserve'),
    );
  });

  it('of people outside the room, muted ones, and those whom no one would read come first', () => {
    expect(begun({ by: cleo })).toMatchObject(refusedFor('room.unknown'));
    const quiet = roomAfter(created('public', ada), joined(ada, 'owner'), joined(bob), muted(bob, now + 1));
    expect(begin(quiet, command, { ...facts, earlier })).toMatchObject(refusedFor('room.muted'));
    const direct = roomAfter(created('direct', ada), joined(ada), joined(bob));
    expect(begin(direct, command, { ...facts, people: peopleWith({ inactive: [ada] }) })).toMatchObject(
      refusedFor('direct.no_reader'),
    );
  });
});
