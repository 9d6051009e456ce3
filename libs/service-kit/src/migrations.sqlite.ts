import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { DataSource, MigrationInterface } from 'typeorm';
import { StartRefusal } from './start-refusal';

/** The folder beside a database while a restore puts files into their places; it stays there when that was cut short. */
const restoring = 'restoring';

/**
 * Looks at a file before anything is written to it.
 *
 * @throws {StartRefusal} where a later version wrote it, or a restore was cut short
 */
export function refuseUnlessOurs(file: string, migrations: readonly (new () => MigrationInterface)[]): void {
  if (existsSync(join(dirname(file), restoring))) {
    throw new StartRefusal(`A restore into ${dirname(file)} was cut short. Run it again with --replace.`);
  }
  if (!existsSync(file)) return;
  const ours = new Set(migrations.map(({ name }) => name));
  const unknown = migrationsIn(file).find((name) => !ours.has(name));
  if (unknown === undefined) return;
  throw new StartRefusal(
    `${basename(file)} was written by a later version of devchitchat: this one does not know its migration ${unknown}. ` +
      'Nothing was changed. Start that version again, or restore a backup from before the upgrade.',
  );
}

function migrationsIn(file: string): string[] {
  const sqlite = new BetterSqlite3(file, { readonly: true });
  try {
    const isMigrated = sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'").get() !== undefined;
    return isMigrated ? sqlite.prepare<[], string>('SELECT name FROM migrations').pluck().all() : [];
  } finally {
    sqlite.close();
  }
}

/**
 * Brings a file forward to this version in one transaction, so that after a failure the version that wrote it still runs.
 *
 * @throws {StartRefusal} naming the migration that failed
 */
export async function migrate(dataSource: DataSource, file: string): Promise<void> {
  let current = 'none';
  for (const migration of dataSource.migrations) {
    const up = migration.up.bind(migration);
    migration.up = async (runner) => {
      current = migration.constructor.name;
      await up(runner);
    };
  }
  try {
    await dataSource.runMigrations({ transaction: 'all' });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartRefusal(
      `${basename(file)} could not be brought to this version: the migration ${current} failed (${reason}). ` +
        'Nothing was changed. Start the version of devchitchat that wrote it, or restore a backup.',
      { cause: error },
    );
  }
}
