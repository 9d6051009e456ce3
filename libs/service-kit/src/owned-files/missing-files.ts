import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { serviceNames } from '@devchitchat/contracts';
import { StartRefusal } from '../process/start-refusal';

/** What nothing else can replace. Any of these in a data folder proves that a system lives there. */
export const irreplaceable: readonly string[] = [...serviceNames.map((name) => `${name}.sqlite`), 'nats/seeds.json'];

/**
 * `DATA_DIR/<file>.to-be-made`, empty: a first start is under way and has not made that file yet. Without it, a crash during
 * the first start would look like a file that was lost.
 */
const markerOf = (dataDir: string, path: string): string => join(dataDir, `${basename(path)}.to-be-made`);

/** Lets the next start make this file although there are others. */
export function allowMaking(dataDir: string, path: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(markerOf(dataDir, path), '', { mode: 0o600 });
}

export const mayMake = (dataDir: string, path: string): boolean => existsSync(markerOf(dataDir, path));

/** To be called once the file is there for good. */
export const wasMade = (dataDir: string, path: string): void => rmSync(markerOf(dataDir, path), { force: true });

/**
 * Called where an irreplaceable file is not there. In a folder without any of them this is a first start, and every one may
 * be made. In any other folder it was lost, and a new one would be a new, empty system beside the old one's rest.
 *
 * @param path below `dataDir`
 * @throws {StartRefusal} where it was lost
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
