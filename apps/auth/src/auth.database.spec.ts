import { migrations } from './auth.database';
import { AuthFile } from './testing/auth-file';

it('migrations alone create the schema that the entities describe', async () => {
  await using file = await AuthFile.open(0);
  const missing = await file.database.dataSource.driver.createSchemaBuilder().log();
  expect(missing.upQueries.map(({ query }) => query)).toEqual([]);
});

it('all migrations can be reverted', async () => {
  await using file = await AuthFile.open(0);
  for (let left = migrations.length; left > 0; left--) await file.database.dataSource.undoLastMigration();
  expect(Object.keys(file.tables())).toEqual(['durable', 'event_contents', 'events', 'log_identity', 'migrations']);
});
