import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { serviceNames } from '@devchitchat/contracts';
import { StartRefusal } from '../process/start-refusal';
import { makeDataFolder } from './data-folder.files';

/** Files that cannot be regenerated. Any of them in a data folder proves that a system exists there. */
export const irreplaceable: readonly string[] = [...serviceNames.map((name) => `${name}.sqlite`), 'nats/seeds.json'];

/**
 * The empty marker `DATA_DIR/<file>.to-be-made`: a first start is in progress and has not created the file yet. Without it,
 * a crash during the first start would look like a lost file.
 */
const markerOf = (dataDir: string, path: string): string => join(dataDir, `${basename(path)}.to-be-made`);

/** Allows the next start to create this file although others exist. */
export function allowMaking(dataDir: string, path: string): void {
  makeDataFolder(dataDir);
  writeFileSync(markerOf(dataDir, path), '', { mode: 0o600 });
}

export const mayMake = (dataDir: string, path: string): boolean => existsSync(markerOf(dataDir, path));

/** Call once the file is permanently on disk. */
export const wasMade = (dataDir: string, path: string): void => rmSync(markerOf(dataDir, path), { force: true });

/**
 * Call if an irreplaceable file is missing. If the folder contains none of them this is a first start, and all may be
 * created. Otherwise the file was lost, and a new one would start an empty system beside the remains of the old.
 *
 * @param path relative to `dataDir`
 * @throws {StartRefusal} if it was lost
 */
export function refuseIfLost(dataDir: string, path: string): void {
  if (mayMake(dataDir, path)) return;
  const others = irreplaceable.filter((other) => other !== path && existsSync(join(dataDir, other)));
  const own = path.endsWith('.sqlite') ? join('nats', 'creds', `${basename(path, '.sqlite')}.creds`) : path;
  const beside = others[0] ?? (existsSync(join(dataDir, own)) ? own : undefined);
  if (beside !== undefined) throw lost(dataDir, path, beside);
  for (const each of irreplaceable) allowMaking(dataDir, each);
}

export const lost = (dataDir: string, path: string, beside: string): StartRefusal =>
  new StartRefusal(
    `${join(dataDir, path)} is missing, but ${beside} is there. Nothing was changed. Bring it back from a backup ` +
      `(docs/operating.md); or make the empty file ${markerOf(dataDir, path)} to begin a new, empty ${basename(path)}.`,
  );
