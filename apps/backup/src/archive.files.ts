import { createReadStream } from 'node:fs';
import { mkdir, readdir, statfs, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { OperatorError, version } from '@devchitchat/service-kit';
import { inspectDatabase } from './database.sqlite';
import { databaseOf, followersFirst, isOfMessages } from './layout';
import { aheadOfTheirSource, format, isLater, manifest, manifestPath, type Manifest } from './manifest';
import { hashOf, seal, sealedLength } from './seal.files';
import { writeTar } from './tar.files';
import { Unpacking } from './unpacking.files';

/** Packs a folder and a manifest of its files into one file that only its owner can read. */
export async function pack(folder: string, file: string, createdAt: Date): Promise<void> {
  const files: Record<string, string> = {};
  for (const path of await filesIn(folder)) files[path] = await hashOf(join(folder, path));
  const databases = followersFirst.map((service) => inspectDatabase(service, join(folder, databaseOf(service))));
  const told: Manifest = { format, version, createdAt: createdAt.toISOString(), databases, files };
  await writeFile(join(folder, manifestPath), JSON.stringify(told, null, 2));
  const stored = Object.keys(files).filter(isOfMessages);
  const compressed = Object.keys(files).filter((path) => !isOfMessages(path));
  await writeTar({ file, folder, compressed: [manifestPath, ...compressed], stored });
  await seal(file);
}

/**
 * Unpacks a backup into an empty folder and verifies all of it.
 *
 * @throws {OperatorError} if it is damaged, not a backup, or from a later version
 */
export async function unpack(file: string, folder: string): Promise<Manifest> {
  const length = await sealedLength(file).catch((error: unknown) => {
    throw new OperatorError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  });
  if (length === undefined) {
    throw new OperatorError(
      `${file} is not a complete devchitchat backup: it is another file, was truncated or was changed.`,
    );
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const told = await takeApart(file, length, folder);
  for (const [path, hash] of Object.entries(told.files)) {
    const is = await hashOf(join(folder, path)).catch(() => undefined);
    if (is !== hash) throw new OperatorError(`${file} is damaged: ${path} in it does not match its checksum.`);
  }
  const found = followersFirst.map((service) => inspectDatabase(service, join(folder, databaseOf(service))));
  if (JSON.stringify(found) !== JSON.stringify(told.databases)) {
    throw new OperatorError(`${file} is damaged: its logs do not match its manifest.`);
  }
  const [ahead] = aheadOfTheirSource(found);
  if (ahead !== undefined) throw new OperatorError(`${file} is not consistent: ${ahead}.`);
  return told;
}

/** @throws {OperatorError} if `pack` did not create it */
async function takeApart(file: string, length: number, folder: string): Promise<Manifest> {
  const { bavail, bsize } = await statfs(folder);
  let told: Manifest | undefined;
  const source = createReadStream(file, { end: length - 1 });
  const options = { file, length, folder, room: bavail * bsize };
  const checkManifest = (text: string) => void (told = manifestIn(text, file));
  const unpacking = new Unpacking({ ...options, checkManifest }, () => source.destroy());
  try {
    await pipeline(source, unpacking.parser as unknown as NodeJS.WritableStream);
    await unpacking.written();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw (await unpacking.abandon()) ?? new OperatorError(`${file} cannot be unpacked: ${reason}.`);
  }
  const listed = Object.keys(told?.files ?? {}).sort();
  const found = [...unpacking.paths].filter((path) => path !== manifestPath).sort();
  if (told === undefined || JSON.stringify(listed) !== JSON.stringify(found)) {
    throw new OperatorError(`${file} is damaged: its contents do not match its manifest.`);
  }
  return told;
}

const origin = z.object({ format: z.number(), version: z.string().regex(/^[\w.+-]{1,40}$/) });

function manifestIn(text: string, file: string): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  const from = origin.safeParse(json);
  if (from.success && (from.data.format > format || isLater(from.data.version, version))) {
    throw new OperatorError(
      `${file} was written by devchitchat ${from.data.version}, and this is ${version}. Restore it with that version or a later one.`,
    );
  }
  const parsed = manifest.safeParse(json);
  if (!parsed.success) throw new OperatorError(`${file} is damaged: its manifest is invalid.`);
  return parsed.data;
}

/** The relative paths of all files below a folder. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
