import type { Sqlite } from '@devchitchat/service-kit';

/** Every row of every table, so that new tables are covered automatically. */
export function tablesOf(sqlite: Sqlite): Record<string, unknown[]> {
  const names = sqlite
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all();
  return Object.fromEntries(names.map((name) => [name, sqlite.prepare(`SELECT * FROM "${name}"`).all()]));
}
