import { link, mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileFacts, FileForm } from '@devchitchat/contracts';
import { fileTypeFromFile } from 'file-type';
import { encodedAvatar } from './avatar.sharp';
import type { IntakeJob, IntakeProblem, IntakePurpose } from './intake-job';
import { servedAs } from './kinds';
import { encodedPicture } from './pictures.sharp';

/**
 * Looks into a file and writes the forms that readers get, flushed to disk. Leaves no folder behind if it refuses.
 */
export async function takeIn({ source, into, purpose }: Omit<IntakeJob, 'id'>): Promise<FileFacts | IntakeProblem> {
  await rm(into, { recursive: true, force: true });
  await mkdir(into, { mode: 0o700 });
  try {
    const facts = await writeForms(source, into, purpose);
    if (typeof facts === 'string') await rm(into, { recursive: true });
    return facts;
  } catch (error) {
    await rm(into, { recursive: true, force: true });
    throw error;
  }
}

async function writeForms(source: string, into: string, purpose: IntakePurpose): Promise<FileFacts | IntakeProblem> {
  const { kind, type } = servedAs((await fileTypeFromFile(source))?.mime);
  if (kind !== 'picture') {
    if (purpose === 'avatar') return 'unreadable';
    await link(source, form(into, 'original'));
    return { kind, type, bytes: (await stat(source)).size };
  }
  const picture = await (purpose === 'avatar' ? encodedAvatar : encodedPicture)(source).catch(unreadable);
  if (typeof picture === 'string') return picture;
  await write(form(into, 'large'), picture.large);
  if (picture.small === picture.large) await link(form(into, 'large'), form(into, 'small'));
  else await write(form(into, 'small'), picture.small);
  return picture.facts;
}

/** The library has no kinds of errors, only texts. */
const unreadable = (): IntakeProblem => 'unreadable';

const form = (folder: string, name: FileForm): string => join(folder, name);

async function write(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
