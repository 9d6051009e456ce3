import { join } from 'node:path';
import { fileForms, fileOfFolder, filePaths, filesFolder, type ServiceName } from '@devchitchat/contracts';

/**
 * The layout of a data folder: `flat`, everything in one folder, as `npm start` uses it; `folders`, one folder per
 * container, each its own volume.
 */
export type Layout = 'flat' | 'folders';

/**
 * Services in the order of their snapshots, followers first, so that no log is copied shorter than another service's cursor
 * into it: signaling follows messaging and auth, and messaging follows auth.
 */
export const followersFirst = ['diagnostics', 'signaling', 'messaging', 'auth'] as const satisfies ServiceName[];

export const databaseOf = (service: ServiceName): string => `${service}.sqlite`;

/** Irreplaceable files other than the databases. The rest of `nats/` is regenerated at every start. */
export const keptPaths = ['nats/seeds.json', 'nats/revoked-bots.json', 'turn-secret', 'tls'] as const;

/** A part of a data folder that is moved as a unit, within one file system. */
export interface DataLocation {
  /** Relative to the data folder; an empty string is the folder itself. */
  readonly folder: string;
  /** Relative to `folder`. */
  readonly path: string;
}

/** The volume of each path of the backup, if every container has its own. */
const volumes: readonly (readonly [path: RegExp, volume: string])[] = [
  ...followersFirst.map((service) => [new RegExp(`^${service}\\.sqlite$`), service] as const),
  [/^nats\/revoked-bots\.json$/, 'auth'],
  [/^tls(\/|$)/, 'gateway'],
  [/^(nats\/seeds\.json|turn-secret)$/, 'keys'],
  [/^files(\/|$)/, filesFolder],
];

/**
 * The location of a path of the backup in a data folder.
 *
 * @throws if no backup contains this path
 */
export function locationOf(path: string, layout: Layout): DataLocation {
  const volume = volumes.find(([pattern]) => pattern.test(path))?.[1];
  if (volume === undefined) throw new Error(`${path} does not belong in a backup.`);
  if (layout === 'flat') return { folder: '', path };
  // The volume is the folder `files` itself, because its containers mount it there.
  return { folder: volume, path: volume === filesFolder ? path.slice(filesFolder.length + 1) : path };
}

/** Whether a path of the backup is part of a complete file of a message, which may be large. */
export function isOfMessages(path: string): boolean {
  const [, folder = ''] = path.split('/');
  const file = fileOfFolder(folder);
  if (file === undefined) return false;
  const known = [filePaths.facts(file), ...fileForms.map((form) => filePaths.form(file, form))];
  return known.some((each) => path === `${filesFolder}/${each}`);
}

/** Whether a backup may contain this path. */
export const isInBackups = (path: string): boolean =>
  isOfMessages(path) ||
  (volumes.some(([pattern]) => pattern.test(path)) &&
    path !== 'tls' &&
    !/^files(\/|$)/.test(path) &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..'));

export const pathIn = (dataDir: string, { folder, path }: DataLocation): string => join(dataDir, folder, path);
