import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DataSource, MigrationInterface } from 'typeorm';
import { refuseUnlessWhole } from '../owned-files/database-file.sqlite';
import { StartRefusal } from '../process/start-refusal';
import { writeTroubleIn } from './write-trouble';

/** The folder beside a database during a restore; it remains if the restore was interrupted. */
const restoring = 'restoring';

/**
 * Checks a file before anything is written to it.
 *
 * @throws {StartRefusal} if it was lost or damaged, a later version wrote it, or a restore was interrupted
 */
export function refuseUnlessOurs(file: string, migrations: readonly (new () => MigrationInterface)[]): void {
  if (existsSync(join(dirname(file), restoring))) {
    throw new StartRefusal(`A restore into ${dirname(file)} was interrupted. Run it again with --replace.`);
  }
  refuseUnlessWhole(file, new Set(migrations.map(({ name }) => name)));
}

/**
 * Migrates a file to this version in one transaction, so that the previous version still runs after a failure.
 *
 * @throws {StartRefusal} naming the migration that failed, or saying that the disk is full
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
    if (writeTroubleIn(causeOf(error)) === 'full') {
      throw new StartRefusal(
        `The disk is full: ${basename(file)} could not be migrated to this version. Nothing was changed. Make room, then ` +
          'start again.',
        { cause: error },
      );
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartRefusal(
      `${basename(file)} could not be migrated to this version: the migration ${current} failed (${reason}). ` +
        'Nothing was changed. Start the version of devchitchat that wrote it, or restore a backup.',
      { cause: error },
    );
  }
}

/** The driver's error inside TypeORM's own. */
const causeOf = (error: unknown): unknown => (error as { readonly driverError?: unknown }).driverError ?? error;
