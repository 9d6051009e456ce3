import { openDatabase, type Database } from '@devchitchat/service-kit';
import { Diagnostics1763600300000 } from '../diagnostics.migration';
import { HistoryRepository } from './history.repository';
import type { Sample } from './worst-of';

const sample = (over: Partial<Sample> = {}): Sample => ({
  process: 'messaging',
  memoryBytes: 100,
  eventLoopDelayP99Ms: 20,
  largestBatch: 4,
  sockets: null,
  ...over,
});

describe('the history', () => {
  let database: Database;
  let history: HistoryRepository;

  beforeEach(async () => {
    database = await openDatabase({ file: ':memory:', entities: [], migrations: [Diagnostics1763600300000] });
    history = new HistoryRepository(database.sqlite);
  });

  afterEach(() => database.close());

  it('thins measurements to the worst of each step', () => {
    history.addSample(1_000, sample({ memoryBytes: 100 }));
    history.addSample(1_900, sample({ memoryBytes: 300, eventLoopDelayP99Ms: 5 }));
    history.addSample(3_000, sample());
    history.addSample(3_000, sample({ process: 'auth' }));
    expect(history.series('messaging', 0, 1_000)).toEqual([
      { at: 1_000, memoryBytes: 300, eventLoopDelayP99Ms: 20, largestBatch: 4, sockets: null },
      { at: 3_000, memoryBytes: 100, eventLoopDelayP99Ms: 20, largestBatch: 4, sockets: null },
    ]);
    expect(history.series('messaging', 2_000, 1_000)).toHaveLength(1);
  });

  it('counts each uptime of a process once, and the first as no restart', () => {
    expect(history.restarts('auth')).toBe(0);
    for (const runId of ['one', 'one', 'two', 'two', 'three']) history.addRun(5, 'auth', runId);
    history.addRun(5, 'messaging', 'one');
    expect([history.restarts('auth'), history.restarts('messaging')]).toEqual([2, 0]);
  });

  it('deletes old rows', () => {
    for (const at of [1_000, 9_000]) {
      history.addSample(at, sample());
      history.addProblem({ process: 'auth', at, level: 'warn', message: `At ${at}.` });
      history.addRun(at, 'auth', `run ${at}`);
    }
    history.forget(5_000);
    expect(history.series('messaging', 0, 1_000).map(({ at }) => at)).toEqual([9_000]);
    expect(history.problems(10)).toEqual([{ process: 'auth', at: 9_000, level: 'warn', message: 'At 9000.' }]);
    expect(history.restarts('auth')).toBe(0);
  });

  it('keeps the latest problems and uptimes of a storm', () => {
    for (let at = 1; at <= 2_000; at++) {
      history.addProblem({ process: 'auth', at, level: 'error', message: 'Again.' });
      history.addRun(at, 'auth', `run ${at}`);
    }
    history.forget(0);
    expect(history.problems(5_000)).toHaveLength(500);
    expect(history.problems(1)[0]?.at).toBe(2_000);
    expect(history.restarts('auth')).toBe(999);
  });
});
