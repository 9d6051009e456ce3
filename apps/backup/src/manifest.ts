import { serviceNames } from '@devchitchat/contracts';
import { z } from 'zod';

/** Increase it whenever older versions of the program can no longer read new backups. */
export const format = 1;

/** Facts about a service's database, read from its tables. */
const databaseFacts = z.object({
  service: z.enum(serviceNames),
  events: z.number().int(),
  /** The id of the log's last event, 0 if there is none. */
  head: z.number().int(),
  /** This service's cursors into other services' logs. */
  cursors: z.partialRecord(z.enum(serviceNames), z.number().int()),
});
export type DatabaseFacts = z.infer<typeof databaseFacts>;

/** The first file in a backup. Of later formats only the first two fields are read. */
export const manifest = z.object({
  format: z.literal(format),
  /** The version of devchitchat that wrote it. */
  version: z.string(),
  createdAt: z.iso.datetime(),
  databases: z.array(databaseFacts),
  /** The SHA-256 of every file, by path. */
  files: z.record(z.string(), z.string()),
});
export type Manifest = z.infer<typeof manifest>;

export const manifestPath = 'backup.json';

/** The services whose cursor is beyond the end of its log; empty if the backup is consistent. */
export function aheadOfTheirSource(databases: readonly DatabaseFacts[]): string[] {
  const heads = new Map(databases.map(({ service, head }) => [service, head]));
  return databases.flatMap(({ service, cursors }) =>
    Object.entries(cursors)
      .filter(([source, cursor]) => cursor > (heads.get(source as DatabaseFacts['service']) ?? 0))
      .map(([source, cursor]) => `${service} has followed ${source} to ${cursor}, and its log ends before that`),
  );
}

/** Whether `version` is later than `ours`, both as in 1.2.3. */
export function isLater(version: string, ours: string): boolean {
  const [theirs, own] = [version, ours].map((text) => text.split(/[.-]/).slice(0, 3).map(Number));
  const differs = theirs?.findIndex((number, at) => number !== own?.[at]) ?? -1;
  return differs !== -1 && (theirs?.[differs] ?? 0) > (own?.[differs] ?? 0);
}
