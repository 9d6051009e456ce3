import type { AnyEvent } from '@devchitchat/contracts';
import type { NatsConnection } from '@nats-io/transport-node';
import { silentLogger } from '../process/logger';
import { connectNats } from '../nats/connection';
import { Publisher } from '../nats/publisher';
import { openDatabase, type Database } from '../sqlite/sqlite';
import { startNatsServer, type TestNatsServer } from '../testing/nats-server';
import { note } from '../testing/notes';
import { EventLog } from './event-log';
import { EventLog1763600000000 } from './event-log.migration';
import { FeedSubscription, serveFeed } from './feed';

const stamp = { ts: 1, actorUserId: null, trace: '0'.repeat(16) };

/** A follower's state: here in memory; in a service, stored in the transaction that applies the events. */
class Follower {
  readonly heard: number[] = [];
  private notified: (() => void) | undefined;

  constructor(readonly types?: readonly string[]) {}

  cursor = () => this.heard.at(-1) ?? 0;

  apply(events: readonly AnyEvent[]): Promise<void> {
    this.heard.push(...events.map(({ eventId }) => eventId));
    this.notified?.();
    return Promise.resolve();
  }

  async until(count: number): Promise<void> {
    while (this.heard.length < count) await new Promise<void>((resolve) => (this.notified = resolve));
  }
}

describe("following another service's log", () => {
  let server: TestNatsServer;
  let source: NatsConnection;
  let reader: NatsConnection;
  let database: Database;
  let log: EventLog;

  beforeEach(async () => {
    server = await startNatsServer();
    source = await connectNats({ process: 'auth', url: server.url, logger: silentLogger });
    reader = await connectNats({ process: 'messaging', url: server.url, logger: silentLogger });
    database = await openDatabase({ file: ':memory:', entities: [], migrations: [EventLog1763600000000] });
    log = new EventLog(database.sqlite, []);
  });

  afterEach(async () => {
    await Promise.all([source.close(), reader.close()]);
    await database.close();
    await server[Symbol.asyncDispose]();
  });

  it('starts with what comes next, if only the future matters, and again at the end of a log that was restored', async () => {
    for (let id = 1; id <= 20; id++) log.append(note('board', id), stamp);
    serveFeed('auth', source, silentLogger, log);
    await source.flush();
    const heard: number[] = [];
    let cursor = -1;
    const follower = {
      cursor: () => cursor,
      begin: (head: number) => Promise.resolve((cursor = head)),
      apply: (events: readonly AnyEvent[]) => {
        heard.push(...events.map(({ eventId }) => eventId));
        cursor = heard.at(-1) ?? cursor;
        return Promise.resolve();
      },
    };
    const subscription = new FeedSubscription('auth', reader, follower, silentLogger);
    await subscription.catchUp();
    expect([cursor, heard]).toEqual([20, []]);
    log.append(note('board', 21), stamp);
    await subscription.catchUp();
    expect([cursor, heard]).toEqual([21, [21]]);
    cursor = 90;
    await subscription.catchUp();
    expect([cursor, heard]).toEqual([21, [21]]);
    log.append(note('board', 22), stamp);
    await subscription.catchUp();
    expect(heard).toEqual([21, 22]);
  });

  it('starts with all that was, page by page', async () => {
    for (let id = 1; id <= 1_234; id++) log.append(note('board', id), stamp);
    serveFeed('auth', source, silentLogger, log);
    await source.flush();
    const follower = new Follower();
    new FeedSubscription('auth', reader, follower, silentLogger).start();
    await follower.until(1_234);
    expect(follower.heard).toEqual(Array.from({ length: 1_234 }, (_, i) => i + 1));
  });

  it('brings long events, too, as many at a time as fit', async () => {
    for (let id = 1; id <= 300; id++) log.append(note('board', id, 'ä'.repeat(4_000)), stamp);
    serveFeed('auth', source, silentLogger, log);
    await source.flush();
    const follower = new Follower();
    new FeedSubscription('auth', reader, follower, silentLogger).start();
    await follower.until(300);
    expect(follower.heard).toEqual(Array.from({ length: 300 }, (_, i) => i + 1));
  });

  it('uses live events only as a signal, and loses none that it did not receive', async () => {
    serveFeed('auth', source, silentLogger, log);
    await source.flush();
    const follower = new Follower();
    new FeedSubscription('auth', reader, follower, silentLogger).start();
    await reader.flush();
    log.append(note('board', 1), stamp);
    const heard = log.append(note('board', 2), stamp);
    new Publisher('auth', source, silentLogger).event('auth', heard, []);
    await follower.until(2);
    expect(follower.heard).toEqual([1, 2]);
  });

  it('skips events of other types, however many there are', async () => {
    const useful = (id: number) => ({ ...note('board', id), type: { ...note('board', id).type, type: 'note.kept' } });
    const kept = [1, 12_002, 12_003];
    for (let id = 1; id <= 12_003; id++) log.append(kept.includes(id) ? useful(id) : note('board', id), stamp);
    serveFeed('auth', source, silentLogger, log);
    await source.flush();
    const follower = new Follower(['note.kept']);
    const subscription = new FeedSubscription('auth', reader, follower, silentLogger);
    subscription.start();
    await subscription.catchUp();
    expect(follower.heard).toEqual(kept);
  });

  it('is up to date with everything that was there when asked', async () => {
    serveFeed('auth', source, silentLogger, log);
    await source.flush();
    const follower = new Follower();
    const subscription = new FeedSubscription('auth', reader, follower, silentLogger);
    subscription.start();
    for (let id = 1; id <= 20; id++) {
      log.append(note('board', id), stamp);
      await subscription.catchUp();
      expect(follower.cursor()).toBe(id);
    }
  });

  it('reports a source that ends before the last applied event, and applies no more', async () => {
    for (let id = 1; id <= 3; id++) log.append(note('board', id), stamp);
    serveFeed('auth', source, silentLogger, log);
    await source.flush();
    const follower = new Follower();
    follower.heard.push(7);
    const said: string[] = [];
    const logger = {
      ...silentLogger,
      error: (message: string, fields?: { reason?: unknown }) => void said.push(`${message} ${String(fields?.reason)}`),
    };
    const subscription = new FeedSubscription('auth', reader, follower, logger);
    subscription.start();
    await subscription.catchUp();
    await subscription.catchUp();
    expect(follower.heard).toEqual([7]);
    expect(said).toEqual([
      expect.stringMatching(/ends before .* auth\.sqlite is older .* restore both from one backup/),
    ]);
  });

  it('waits for a source that is not there yet', async () => {
    log.append(note('board', 1), stamp);
    const follower = new Follower();
    new FeedSubscription('auth', reader, follower, silentLogger).start();
    await reader.flush();
    serveFeed('auth', source, silentLogger, log);
    await source.flush();
    new Publisher('auth', source, silentLogger).event('auth', log.append(note('board', 2), stamp), []);
    await follower.until(2);
    expect(follower.heard).toEqual([1, 2]);
  });
});
