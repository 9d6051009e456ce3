import { openDatabase, type Database } from '../sqlite/sqlite';
import { note, NotesTable1763600000001 } from '../testing/notes';
import { EventLog } from './event-log';
import { EventLog1763600000000 } from './event-log.migration';
import { inspect } from './inspection';

const trace = 'abcdef0123456789';

describe('looking at a log', () => {
  let database: Database;

  beforeEach(async () => {
    database = await openDatabase({
      file: ':memory:',
      entities: [],
      migrations: [EventLog1763600000000, NotesTable1763600000001],
    });
    const log = new EventLog(database.sqlite, []);
    const write = (board: string, id: number, click: string) =>
      log.append(note(board, id, `words ${id}`), { ts: id * 1_000, actorUserId: null, trace: click });
    database.sqlite.transaction(() => {
      write('attic', 1, trace);
      for (let id = 2; id <= 6_000; id++) write('kitchen', id, '0'.repeat(16));
    })();
  });

  afterEach(() => database.close());

  const look = (filter: Parameters<typeof inspect>[2]['filter'], before?: number, limit = 3) =>
    inspect('messaging', database.sqlite, { filter, limit, ...(before === undefined ? {} : { before }) });

  it('shows the latest first, and where to go on', () => {
    const { events, lookedBackTo } = look({});
    expect(events.map(({ eventId }) => eventId)).toEqual([6_000, 5_999, 5_998]);
    expect(lookedBackTo).toBe(5_998);
    expect(look({}, 5_998).events[0]?.eventId).toBe(5_997);
  });

  it('shows metadata and never content', () => {
    const { events } = look({}, 2);
    expect(events).toEqual([
      {
        service: 'messaging',
        eventId: 1,
        ts: 1_000,
        actorUserId: null,
        scope: { kind: 'room', id: 'attic' },
        type: 'note.written',
        trace,
        body: { noteId: 1 },
      },
    ]);
  });

  it('scans a limited number of events, however rare the match, and continues with the next request', () => {
    const first = look({ trace });
    expect(first).toEqual({ events: [], lookedBackTo: 1_001 });
    const second = look({ trace }, 1_001);
    expect(second.events.map(({ eventId }) => eventId)).toEqual([1]);
    expect(second.lookedBackTo).toBeNull();
  });

  it.each([
    [{ scopeId: 'attic' }, [1]],
    [{ scopeKind: 'room' as const, type: 'note.written', since: 4_000, until: 6_000 }, [5, 4]],
    [{ type: 'note.torn' }, []],
  ])('picks by %j', (filter, ids) => {
    expect(look(filter, 1_000).events.map(({ eventId }) => eventId)).toEqual(ids);
  });
});
