import { join } from 'node:path';
import { accepted, type Reply } from '@devchitchat/contracts';
import {
  EventLog,
  GroupCommit,
  openDatabase,
  randomTrace,
  silentLogger,
  type CommandContext,
  type Database,
  type Draft,
  type Work,
} from '@devchitchat/service-kit';
import { logMigrations, temporaryFolder } from '@devchitchat/service-kit/testing';
import { entities, migrations, projections } from '../auth.database';
import { tablesOf } from './tables';

/** A real auth.sqlite in a temporary folder, without the running service. */
export class AuthFile implements AsyncDisposable {
  private readonly log: EventLog;
  readonly groupCommit: GroupCommit;

  private constructor(
    private readonly folder: ReturnType<typeof temporaryFolder>,
    readonly database: Database,
    private now: number,
  ) {
    const { sqlite } = database;
    this.log = new EventLog(sqlite, projections(sqlite));
    const clock = { now: () => this.now, publish: () => {} };
    this.groupCommit = new GroupCommit({ sqlite, log: this.log, logger: silentLogger, ...clock });
  }

  static async open(now: number): Promise<AuthFile> {
    const folder = temporaryFolder();
    const file = join(folder.path, 'auth.sqlite');
    return new AuthFile(
      folder,
      await openDatabase({ file, entities, migrations: [...logMigrations, ...migrations] }),
      now,
    );
  }

  /** Sets the time of all following events. */
  at(now: number): this {
    this.now = now;
    return this;
  }

  write<Value>(work: Work<Value>, actor: CommandContext['actor'] = null): Promise<Reply<Value>> {
    return this.groupCommit.run({ actor, trace: randomTrace(), address: '', isAwaited: () => true }, work);
  }

  /** Appends these events. */
  async happened(drafts: readonly Draft[], actor: CommandContext['actor'] = null): Promise<void> {
    await this.write((transaction) => {
      for (const draft of drafts) transaction.append(draft);
      return accepted(undefined);
    }, actor);
  }

  tables(): Record<string, unknown[]> {
    return tablesOf(this.database.sqlite);
  }

  rebuild(): void {
    this.log.rebuild();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.database.close();
    this.folder[Symbol.dispose]();
  }
}
