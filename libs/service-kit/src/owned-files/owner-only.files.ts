import { chmod, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StartRefusal } from '../process/start-refusal';

/** The suffix of a file until it is complete and on disk. */
export const unfinished = '.unfinished';

/**
 * Creates the folder if it is missing and restricts it to its owner in any case.
 *
 * @throws {StartRefusal} if another file is in its place
 */
export async function ownerOnlyFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await chmod(path, 0o700);
  } catch (error) {
    throw new StartRefusal(
      `${path} cannot be used as a folder (${codeOf(error)}). Move the existing file away, or give it back to the user who ` +
        'runs devchitchat; then start again.',
    );
  }
}

/**
 * Writes a file that is derived from others. If the disk is full, the existing one is kept for this start.
 *
 * @throws {StartRefusal} if the file cannot be replaced, or a first one does not fit on the disk
 */
export async function replaceOwnerOnly(path: string, text: string): Promise<void> {
  try {
    await writeOwnerOnly(path, text);
  } catch (error) {
    await rm(`${path}${unfinished}`, { force: true }).catch(() => {});
    const earlier = await stat(path).catch(() => undefined);
    if (isFull(error) && earlier?.isFile() && earlier.size > 0) return;
    refuseIfFull(path, error);
    throw new StartRefusal(
      `${path} cannot be written (${codeOf(error)}). It is recreated at every start: move the existing file away, then start again.`,
    );
  }
}

/** @throws {StartRefusal} if a full disk is the reason that a file was not written */
export function refuseIfFull(path: string, error: unknown): void {
  if (isFull(error))
    throw new StartRefusal(`The disk is full: ${path} cannot be written. Make room, then start again.`);
}

const isFull = (error: unknown): boolean => /^(ENOSPC|EDQUOT|EFBIG)$/.test(codeOf(error));

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown';

/** Writes a file atomically: after a crash it has either the old or the new text. */
export async function writeOwnerOnly(path: string, text: string): Promise<void> {
  await writeUnfinished(path, text);
  await finishFile(path);
}

/** The first half of `writeOwnerOnly`: writes the new text to disk beside the file, which stays unchanged. */
export async function writeUnfinished(path: string, text: string): Promise<void> {
  const file = await open(`${path}${unfinished}`, 'w', 0o600);
  try {
    // The mode above applies only to a new file, and an earlier crash may have left this one.
    await file.chmod(0o600);
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The second half of `writeOwnerOnly`: renames the new file into place. */
export async function finishFile(path: string): Promise<void> {
  await rename(`${path}${unfinished}`, path);
  await syncFolder(dirname(path));
}

/** Syncs a folder: a rename survives a power cut only once its folder is on disk. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
