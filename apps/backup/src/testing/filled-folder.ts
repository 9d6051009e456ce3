import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { ServiceName } from '@devchitchat/contracts';
import { openDatabase, type Database } from '@devchitchat/service-kit';
import { logMigrations } from '@devchitchat/service-kit/testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { databaseOf, followersFirst, pathIn, locationOf, type Layout } from '../layout';

class Follows1763600000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE feed_cursors (service TEXT PRIMARY KEY NOT NULL, event_id INTEGER NOT NULL)');
  }

  async down(): Promise<void> {}
}

/** The log that each service follows, as in the product. */
const sources: Partial<Record<ServiceName, ServiceName>> = { messaging: 'auth', signaling: 'messaging' };

/** A picture, another file, and parts of uploads that no backup needs. */
export const picture = 'files/f_5p1s8w3z7b2e6j9q/ready';
export const download = 'files/f_0000000000000000/ready';
export const unfinished = [
  'files/f_5p1s8w3z7b2e6j9q/1',
  'files/f_1111111111111111/1',
  'files/f_1111111111111111/ready.2/large',
];

/** A data folder with a log for each service, and a writer that appends to all of them. */
export class FilledFolder implements AsyncDisposable {
  private readonly databases = new Map<ServiceName, Database>();
  private writing: Promise<void> | undefined;
  private stopped = false;

  private constructor(
    readonly dataDir: string,
    private readonly layout: Layout,
  ) {}

  static async build(dataDir: string, layout: Layout = 'flat'): Promise<FilledFolder> {
    const data = new FilledFolder(dataDir, layout);
    for (const service of followersFirst) {
      const file = data.path(databaseOf(service));
      const migrations = [...logMigrations, Follows1763600000001];
      data.databases.set(service, await openDatabase({ file, entities: [], migrations }));
    }
    data.put('nats/seeds.json', '{"operator":"SO…"}');
    data.put('tls/ca.key', 'a key');
    for (const form of ['small', 'large', 'facts.json']) data.put(`${picture}/${form}`, randomBytes(5_000));
    for (const form of ['original', 'facts.json']) data.put(`${download}/${form}`, Buffer.alloc(20_000));
    for (const path of unfinished) data.put(path, 'bytes');
    return data;
  }

  path = (path: string): string => pathIn(this.dataDir, locationOf(path, this.layout));

  put(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), content);
  }

  append(service: ServiceName): number {
    const { sqlite } = this.databases.get(service)!;
    const { lastInsertRowid } = sqlite
      .prepare(
        `INSERT INTO events (ts, scope_kind, scope_id, prev_event_id, type, body_json, trace)
        VALUES (0, 'room', 'r', 0, 'note.written', ?, '')`,
      )
      .run(JSON.stringify({ filler: 'x'.repeat(500) }));
    const source = sources[service];
    if (source) {
      const head = this.databases.get(source)!.sqlite.prepare('SELECT max(event_id) FROM events').pluck().get();
      sqlite.prepare('INSERT OR REPLACE INTO feed_cursors VALUES (?, ?)').run(source, head ?? 0);
    }
    return Number(lastInsertRowid);
  }

  /** Writes into every log, sources first, until `stop`. */
  startWriting(): void {
    this.stopped = false;
    this.writing = (async () => {
      while (!this.stopped) {
        for (const service of followersFirst.toReversed()) this.append(service);
        await turn();
      }
    })();
  }

  async stopWriting(): Promise<void> {
    this.stopped = true;
    await this.writing;
  }

  /** All events in a log. */
  events = (service: ServiceName): unknown[] =>
    this.databases.get(service)!.sqlite.prepare('SELECT * FROM events ORDER BY event_id').all();

  async close(): Promise<void> {
    for (const database of this.databases.values()) await database.close();
    this.databases.clear();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stopWriting();
    await this.close();
  }
}
