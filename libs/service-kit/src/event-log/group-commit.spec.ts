import { accepted, commonReasons, refused } from '@devchitchat/contracts';
import { silentLogger } from '../process/logger';
import type { CommandContext } from '../nats/envelope';
import { openDatabase, type Database } from '../sqlite/sqlite';
import { note, NotesProjection, NotesTable1763600000001 } from '../testing/notes';
import { temporaryFolder } from '../testing/temporary-folder';
import { EventLog } from './event-log';
import { EventLog1763600000000 } from './event-log.migration';
import { GroupCommit, type Committed, type Transaction } from './group-commit';

const awaited: CommandContext = { actor: null, trace: '0'.repeat(16), address: '', isAwaited: () => true };
const abandoned: CommandContext = { ...awaited, isAwaited: () => false };

const writes =
  (noteId: number, board = 'kitchen') =>
  (transaction: Transaction) =>
    accepted(transaction.append(note(board, noteId)).eventId);

describe('group commit', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let database: Database;
  let log: EventLog;
  let notes: NotesProjection;
  let published: Committed[];
  let groupCommit: GroupCommit;

  beforeEach(async () => {
    folder = temporaryFolder();
    database = await openDatabase({
      file: `${folder.path}/notes.sqlite`,
      entities: [],
      migrations: [EventLog1763600000000, NotesTable1763600000001],
    });
    notes = new NotesProjection(database.sqlite);
    log = new EventLog(database.sqlite, [notes]);
    published = [];
    groupCommit = new GroupCommit({
      sqlite: database.sqlite,
      log,
      logger: silentLogger,
      publish: (committed) => {
        expect(database.sqlite.inTransaction).toBe(false);
        published.push(committed);
      },
    });
  });

  afterEach(async () => {
    await database.close();
    folder[Symbol.dispose]();
  });

  it('refuses work whose actor has lost the right meanwhile, and writes nothing', async () => {
    let isAdmin = true;
    const context = {
      ...awaited,
      refusal: () => (isAdmin ? undefined : refused(commonReasons.adminRequired)),
    };
    const demoting = groupCommit.run(context, (transaction) => {
      isAdmin = false;
      return writes(1)(transaction);
    });
    const late = groupCommit.run(context, writes(2));
    expect(await demoting).toEqual(accepted(1));
    expect(await late).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(published).toHaveLength(1);
  });

  it('commits waiting work together, in order, and publishes it before it answers', async () => {
    const answers = [1, 2, 3].map((id) =>
      groupCommit.run(awaited, writes(id)).then((reply) => ({ reply, publishedBy: published.length })),
    );
    expect(await Promise.all(answers)).toEqual(
      [1, 2, 3].map((eventId) => ({ reply: accepted(eventId), publishedBy: 3 })),
    );
    expect(published.map(({ event }) => event.eventId)).toEqual([1, 2, 3]);
    expect(notes.all()).toHaveLength(3);
  });

  it('writes nothing for a refusal', async () => {
    const refusal = refused(commonReasons.adminRequired);
    expect(await groupCommit.run(awaited, () => refusal)).toEqual(refusal);
    expect(log.head()).toBe(0);
  });

  it('refuses work whose caller stopped waiting', async () => {
    const reply = await groupCommit.run(abandoned, writes(1));
    expect(reply).toMatchObject({ ok: false, error: { code: 'unavailable', retryable: true } });
    expect(log.head()).toBe(0);
  });

  it('lets one defective piece of work fail alone, and discards in-memory state', async () => {
    let forgotten = 0;
    groupCommit.onRollback(() => forgotten++);
    const good = groupCommit.run(awaited, writes(1));
    const bad = groupCommit.run(awaited, (transaction) => {
      transaction.append(note('kitchen', 2));
      throw new Error('a defect');
    });
    const alsoGood = groupCommit.run(awaited, writes(3));

    await expect(bad).rejects.toThrow('a defect');
    expect(await good).toEqual(accepted(1));
    expect(await alsoGood).toEqual(accepted(2));
    expect(forgotten).toBeGreaterThan(0);
    expect(notes.all()).toEqual([
      { note_id: 1, board: 'kitchen', event_id: 1 },
      { note_id: 3, board: 'kitchen', event_id: 2 },
    ]);
    expect(published.map(({ event }) => event.eventId)).toEqual([1, 2]);
  });

  it('refuses on a full disk, stores nothing, and recovers', async () => {
    const pages = database.sqlite.pragma('page_count', { simple: true }) as number;
    database.sqlite.pragma(`max_page_count = ${pages}`);
    const large = (transaction: Transaction) =>
      accepted(transaction.append(note('attic', 9, 'x'.repeat(50_000))).eventId);
    expect(await groupCommit.run(awaited, large)).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(log.head()).toBe(0);
    expect(published).toEqual([]);

    database.sqlite.pragma('max_page_count = 1000000');
    expect(await groupCommit.run(awaited, large)).toEqual(accepted(1));
  });
});
