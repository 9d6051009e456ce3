import type { ServiceName } from '@devchitchat/contracts';
import BetterSqlite3 from 'better-sqlite3';
import { join } from 'node:path';

/** Returns all rows of a service's database by table, except for tables that do not derive from its log. */
export function tablesOf(dataDir: string, service: ServiceName): Record<string, unknown[]> {
  const sqlite = new BetterSqlite3(join(dataDir, `${service}.sqlite`), { readonly: true });
  try {
    const names = sqlite
      .prepare<[], string>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%' ORDER BY name",
      )
      .pluck()
      .all();
    const ours = names.filter((name) => !left.test(name));
    return Object.fromEntries(ours.map((name) => [name, sqlite.prepare(`SELECT * FROM ${name}`).all()]));
  } finally {
    sqlite.close();
  }
}

/** Tables of SQLite and TypeORM, the search index, and state that a start or a restore writes. */
const left = /^(sqlite_|typeorm_|migrations$|messages_fts|durable$|log_identity$)/;
