import { join } from 'node:path';
import type { ServiceName } from '@devchitchat/contracts';

/** Everything in one folder, as `npm start` keeps it; or a folder for each container, which is a volume of its own. */
export type Layout = 'flat' | 'folders';

/**
 * Those who follow others first. Their snapshots are taken in this order, so that a log is never copied shorter than a
 * cursor that somebody else has into it: signaling follows messaging and auth, and messaging follows auth.
 */
export const followersFirst = ['diagnostics', 'signaling', 'messaging', 'auth'] as const satisfies ServiceName[];

export const databaseOf = (service: ServiceName): string => `${service}.sqlite`;

/** What cannot be made anew, beside the databases. The rest of `nats/` follows from these at every start. */
export const keptPaths = ['nats/seeds.json', 'nats/revoked-bots.json', 'turn-secret', 'tls'] as const;

/** A part of a data folder that is moved as one, inside one file system. */
export interface Place {
  /** Below the data folder; the empty string is the folder itself. */
  readonly folder: string;
  /** Below `folder`. */
  readonly path: string;
}

/** In whose volume a path of the backup lives where every container has one. */
const volumes: readonly (readonly [path: RegExp, volume: string])[] = [
  ...followersFirst.map((service) => [new RegExp(`^${service}\\.sqlite$`), service] as const),
  [/^nats\/revoked-bots\.json$/, 'auth'],
  [/^tls(\/|$)/, 'gateway'],
  [/^(nats\/seeds\.json|turn-secret)$/, 'keys'],
];

/** Where a path of the backup is in a data folder. Throws for one that no backup has. */
export function placeOf(path: string, layout: Layout): Place {
  const volume = volumes.find(([pattern]) => pattern.test(path))?.[1];
  if (volume === undefined) throw new Error(`${path} is nothing that a backup holds.`);
  return { folder: layout === 'flat' ? '' : volume, path };
}

/** Whether a backup can hold this path. */
export const isInBackups = (path: string): boolean =>
  volumes.some(([pattern]) => pattern.test(path)) &&
  path !== 'tls' &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

export const pathIn = (dataDir: string, { folder, path }: Place): string => join(dataDir, folder, path);
