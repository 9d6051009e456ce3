import { fileId, type FileId } from '../grammar/ids';
import type { FileForm } from './file';

/**
 * The layout of the folder `files/` in the data folder, which the gateway and messaging share: the gateway writes into the
 * folder of a file that messaging knows, and only messaging removes anything. Relative paths, with slashes.
 *
 * ```
 * files/f_5p1s8w3z7b2e6j9q/1, 2 …          bytes as received; one file per turn, so that two writers never mix
 *                          ready/original  or small and large: complete, and never changed
 *                          ready/facts.json
 * ```
 */
export const filesFolder = 'files';

export const filePaths = {
  of: (file: FileId): string => file,
  /** The bytes that one answer to `file.receive` permits to write. */
  turn: (file: FileId, turn: number): string => `${file}/${turn}`,
  /** Exists once the file is complete. Written under another name and renamed. */
  ready: (file: FileId): string => `${file}/ready`,
  form: (file: FileId, form: FileForm): string => `${file}/ready/${form}`,
  /** The `FileFacts` as JSON. */
  facts: (file: FileId): string => `${file}/ready/facts.json`,
} as const;

/** The file whose folder has this name; `undefined` for anything else. */
export const fileOfFolder = (name: string): FileId | undefined => fileId.safeParse(name).data;
