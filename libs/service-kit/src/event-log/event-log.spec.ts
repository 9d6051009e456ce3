import { openDatabase, type Database } from '../sqlite/sqlite';
import { note, NotesProjection, NotesTable1763600000001 } from '../testing/notes';
import { EventLog } from './event-log';
import { EventLog1763600000000 } from './event-log.migration';

const stamp = { ts: 1_700_000_000_000, actorUserId: null, trace: 'abcdef0123456789' };
const board = (id: string) => ({ kind: 'room' as const, id });

describe('the event log', () => {
  let database: Database;
  let notes: NotesProjection;
  let log: EventLog;

  beforeEach(async () => {
    database = await openDatabase({
      file: ':memory:',
      entities: [],
      migrations: [EventLog1763600000000, NotesTable1763600000001],
    });
    notes = new NotesProjection(database.sqlite);
    log = new EventLog(database.sqlite, [notes]);
  });

  afterEach(() => database.close());

  it('chains the events of a scope, also across a restart', () => {
    log.append(note('kitchen', 1), stamp);
    log.append(note('attic', 2), stamp);
    expect(log.append(note('kitchen', 3), stamp)).toMatchObject({ eventId: 3, prev: 1 });

    const restarted = new EventLog(database.sqlite, []);
    expect(restarted.headOf(board('kitchen'))).toBe(3);
    expect(restarted.append(note('kitchen', 4), stamp)).toMatchObject({ eventId: 4, prev: 3 });
  });

  it('returns events as they were appended', () => {
    const appended = [1, 2, 3].map((id) => log.append(note(id === 2 ? 'attic' : 'kitchen', id), stamp));
    expect(log.after(0, 10)).toEqual(appended);
    expect(log.after(1, 1)).toEqual([appended[1]]);
    expect(log.inScope(board('kitchen'), 1, 10)).toEqual([appended[2]]);
  });

  it.each(["UPDATE events SET type = 'x'", 'DELETE FROM events'])('refuses %s', (statement) => {
    log.append(note('kitchen', 1), stamp);
    expect(() => database.sqlite.exec(statement)).toThrow(/never/);
  });

  it('erases content, never events', () => {
    const { eventId } = log.append(note('kitchen', 1, 'a secret'), stamp);
    log.erase(eventId);
    expect(log.after(0, 10)).toMatchObject([{ eventId, body: { noteId: 1 }, content: null }]);
  });

  it('stores content outside the event itself', () => {
    log.append(note('kitchen', 1, 'a secret'), stamp);
    expect(JSON.stringify(database.sqlite.prepare('SELECT * FROM events').all())).not.toContain('a secret');
  });

  it('rebuilds projections that equal the live ones', () => {
    for (let id = 1; id <= 2_500; id++) log.append(note(`board ${id % 7}`, id), stamp);
    const live = notes.all();
    database.sqlite.exec('DELETE FROM notes WHERE note_id % 2');
    log.rebuild();
    expect(notes.all()).toEqual(live);
  });
});
