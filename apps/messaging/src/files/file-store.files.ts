import { existsSync, statfsSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileOfFolder, filePaths, filesFolder, type FileId } from '@devchitchat/contracts';
import { ENVIRONMENT, type CommonEnvironment } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';

/** The folder of all files. The gateway writes into it; only this class removes anything. */
@Injectable()
export class FileStore {
  readonly path: string;

  constructor(@Inject(ENVIRONMENT) { DATA_DIR }: Pick<CommonEnvironment, 'DATA_DIR'>) {
    this.path = join(DATA_DIR, filesFolder);
  }

  exists(): boolean {
    return existsSync(this.path);
  }

  /** Creates the folder of all files. */
  async make(): Promise<void> {
    await mkdir(this.path, { recursive: true, mode: 0o700 });
  }

  /** Creates the folder of a file if it is missing. */
  async makeFor(file: FileId): Promise<void> {
    await mkdir(join(this.path, filePaths.of(file)), { recursive: true, mode: 0o700 });
  }

  /** Free bytes of the disk; 0 if the folder is missing, as on a disk that is not mounted. */
  freeBytes(): number {
    const space = this.exists() && statfsSync(this.path);
    return space ? space.bavail * space.bsize : 0;
  }

  /** Bytes that the newest turn left, 0 before the first. */
  async received(file: FileId): Promise<number> {
    const turns = (await this.namesIn(file)).map(turnOf);
    const newest = Math.max(0, ...turns);
    if (newest === 0) return 0;
    const found = await stat(join(this.path, filePaths.turn(file, newest))).catch(unlessMissing);
    return found?.size ?? 0;
  }

  /** Removes a file in all its forms. Returns normally if there is nothing left of it. */
  async remove(file: FileId): Promise<void> {
    await rm(join(this.path, filePaths.of(file)), { recursive: true, force: true, maxRetries: 3 });
  }

  /** Removes everything but the complete file. */
  async keepReady(file: FileId): Promise<void> {
    const ready = basename(filePaths.ready(file));
    for (const name of await this.namesIn(file)) {
      if (name === ready) continue;
      await rm(join(this.path, filePaths.of(file), name), { recursive: true, force: true, maxRetries: 3 });
    }
  }

  /** The files that have a folder. */
  async all(): Promise<readonly FileId[]> {
    const names = (await readdir(this.path).catch(unlessMissing)) ?? [];
    return names.flatMap((name) => fileOfFolder(name) ?? []);
  }

  private async namesIn(file: FileId): Promise<readonly string[]> {
    return (await readdir(join(this.path, filePaths.of(file))).catch(unlessMissing)) ?? [];
  }
}

const turnOf = (name: string): number => (/^[1-9]\d*$/.test(name) ? Number(name) : 0);

function unlessMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}
