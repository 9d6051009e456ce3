import { constants } from 'node:fs';
import {
  copyFile,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  type FileHandle,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileFacts, filePaths, filesFolder, type FileFacts, type FileId } from '@devchitchat/contracts';
import { syncFolder } from '@devchitchat/service-kit';
import { isMissing } from './disk-error';

/** The newest of the turns before one, and its bytes. */
export interface Earlier {
  /** `undefined` if there was none. */
  readonly turn: number | undefined;
  readonly bytes: number;
}

/** The folder of one file, laid out as `filePaths` says. Methods reject with the errors of the disk. */
export class FileFolder {
  private readonly root: string;

  constructor(
    dataDir: string,
    private readonly file: FileId,
  ) {
    this.root = join(dataDir, filesFolder);
  }

  /** Where the bytes of a turn are. */
  turn(turn: number): string {
    return join(this.root, filePaths.turn(this.file, turn));
  }

  /** Where the forms of a file are prepared from the bytes of a turn. */
  prepared(turn: number): string {
    return `${this.turn(turn)}.ready`;
  }

  /** Resolves with `undefined` until the file is complete. */
  async facts(): Promise<FileFacts | undefined> {
    const text = await readFile(join(this.root, filePaths.facts(this.file)), 'utf8').catch(unlessMissing);
    return text === undefined ? undefined : fileFacts.parse(JSON.parse(text));
  }

  async before(turn: number): Promise<Earlier> {
    const earlier = (await this.turns()).filter((other) => other < turn);
    if (earlier.length === 0) return { turn: undefined, bytes: 0 };
    const newest = Math.max(...earlier);
    const found = await stat(this.turn(newest)).catch(unlessMissing);
    return { turn: newest, bytes: found?.size ?? 0 };
  }

  /** Whether the bytes of a turn are there still. */
  async holds(turn: number): Promise<boolean> {
    return (await this.turns()).includes(turn);
  }

  /** Opens the file of a turn for appending. It begins with the first `offset` bytes of an earlier turn. */
  async begin(turn: number, offset: number, earlier: Earlier): Promise<FileHandle> {
    const path = this.turn(turn);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    if (offset > 0 && earlier.turn !== undefined) {
      await copyFile(this.turn(earlier.turn), path, constants.COPYFILE_FICLONE);
      await truncate(path, offset);
    }
    return open(path, 'a', 0o600);
  }

  /**
   * Makes the forms prepared by a turn those of the file, durably. Rejects if another turn was faster, which `facts` tells.
   */
  async complete(turn: number, facts: FileFacts): Promise<void> {
    const prepared = this.prepared(turn);
    await writeDurably(join(prepared, basename(filePaths.facts(this.file))), JSON.stringify(facts));
    await syncFolder(prepared);
    const ready = join(this.root, filePaths.ready(this.file));
    await rename(prepared, ready);
    await syncFolder(dirname(ready));
    await syncFolder(this.root);
  }

  /** Removes what is no longer needed once the file is complete. Other turns in progress notice it at their end. */
  async tidy(): Promise<void> {
    const ready = basename(filePaths.ready(this.file));
    await this.remove((await this.names()).filter((name) => name !== ready));
  }

  /** Removes one turn. */
  async discard(turn: number): Promise<void> {
    await this.remove([String(turn), `${turn}.ready`]);
  }

  /** Removes a turn and all before it, so that the upload begins again. */
  async discardUpTo(turn: number): Promise<void> {
    for (const earlier of (await this.turns()).filter((other) => other <= turn)) await this.discard(earlier);
  }

  private async turns(): Promise<number[]> {
    return (await this.names()).filter((name) => /^\d+$/.test(name)).map(Number);
  }

  private async names(): Promise<string[]> {
    return (await readdir(join(this.root, filePaths.of(this.file))).catch(unlessMissing)) ?? [];
  }

  private async remove(names: readonly string[]): Promise<void> {
    const folder = join(this.root, filePaths.of(this.file));
    for (const name of names) await rm(join(folder, name), { recursive: true, force: true });
  }
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

function unlessMissing(error: unknown): undefined {
  if (!isMissing(error)) throw error;
}
