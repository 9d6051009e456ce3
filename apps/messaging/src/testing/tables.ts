import type { Sqlite } from '@devchitchat/service-kit';

/**
 * Every row of every table, so that new tables are covered automatically. Of the full-text indexes it reads which word
 * or part is where in which message, because every merge rearranges their own tables.
 */
export function tablesOf(sqlite: Sqlite): Record<string, unknown[]> {
  const names = sqlite
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema
      WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'messages_fts%' AND name NOT LIKE 'messages_parts%' ORDER BY name`,
    )
    .pluck()
    .all();
  sqlite.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab (main, 'messages_fts', 'instance')");
  sqlite.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.parts USING fts5vocab (main, 'messages_parts', 'instance')");
  return {
    ...Object.fromEntries(names.map((name) => [name, sqlite.prepare(`SELECT * FROM "${name}"`).all()])),
    words: sqlite.prepare('SELECT * FROM temp.words ORDER BY term, doc, col, "offset"').all(),
    parts: sqlite.prepare('SELECT term, doc FROM temp.parts ORDER BY term, doc').all(),
  };
}
