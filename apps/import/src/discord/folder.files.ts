import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { OperatorError } from '@devchitchat/service-kit';

export interface Folder {
  /** Files that may be exports, in the order of their numbers: `… [part 2].json` before `… [part 10].json`. */
  readonly files: readonly string[];
  /** Other files, and folders of downloaded attachments. */
  readonly others: readonly string[];
}

/** The exporter keeps the attachments of `a.json` in `a.json_Files`. */
const isAttachments = (folder: string): boolean => folder.endsWith('_Files');
const isHidden = (name: string): boolean => name.startsWith('.') || name === '__MACOSX';

/**
 * The files of a folder and of its sub-folders, such as the ones for threads. A path may also name one file.
 *
 * @throws {OperatorError}
 */
export async function filesIn(path: string): Promise<Folder> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return { files: [path], others: [] };
  const folder = { files: [] as string[], others: [] as string[] };
  await collect(path, folder);
  if (folder.files.length === 0) {
    const instead = folder.others.length > 0 ? `, only ${namesOf(folder.others)}` : '';
    throw new OperatorError(
      `There is no .json file in ${path}${instead}. DiscordChatExporter writes some with --format Json.`,
    );
  }
  return folder;
}

async function collect(path: string, found: { files: string[]; others: string[] }): Promise<void> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => {
    throw new OperatorError(`${path} is not a readable folder.`);
  });
  const inOrder = entries.sort((a, b) => stemOf(a.name).localeCompare(stemOf(b.name), 'en', { numeric: true }));
  for (const entry of inOrder) {
    const whole = join(path, entry.name);
    if (isHidden(entry.name)) continue;
    if (entry.isDirectory() && !isAttachments(entry.name)) await collect(whole, found);
    else if (!entry.isDirectory() && entry.name.toLowerCase().endsWith('.json')) found.files.push(whole);
    else found.others.push(whole);
  }
}

const stemOf = (name: string): string => name.replace(/\.json$/i, '');

/** "a.html, b.txt and 4 more" */
export function namesOf(paths: readonly string[]): string {
  const names = paths.slice(0, 3).map((path) => basename(path));
  const more = paths.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${String(more)} more` : names.join(', ');
}
