import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { z } from 'zod';
import { OperatorError } from '@devchitchat/service-kit';
import { exportedMessage, exportHead, type ExportedMessage, type ExportHead } from './export';
import { Malformed, Splitter } from './splitter';
import { Survey } from './survey';

/** An export whose head was read. */
export interface ExportFile {
  readonly path: string;
  readonly bytes: number;
  readonly head: ExportHead;
  /** When it was exported; earlier exporters do not say it, so it is the time of the file then. */
  readonly exportedAt: number;
}

export interface Exports {
  /** The earliest export first. */
  readonly files: readonly ExportFile[];
  /** Files of other JSON. */
  readonly others: readonly string[];
}

/**
 * Finds the exports among files.
 *
 * @throws {OperatorError} naming a file that is damaged
 */
export async function exportsAmong(paths: readonly string[]): Promise<Exports> {
  const files: ExportFile[] = [];
  const others: string[] = [];
  for (const path of paths) {
    const { size, mtimeMs } = await stat(path).catch(() => unreadable(path));
    const head = await headOf(path);
    const exportedAt = Date.parse(head?.exportedAt ?? '');
    if (head === undefined) others.push(path);
    else files.push({ path, bytes: size, head, exportedAt: Number.isNaN(exportedAt) ? mtimeMs : exportedAt });
  }
  return { files: files.sort((a, b) => a.exportedAt - b.exportedAt), others };
}

/** The head of an export, or `undefined` for a whole file of other JSON. */
async function headOf(path: string): Promise<ExportHead | undefined> {
  const splitter = new Splitter();
  for await (const chunk of chunksOf(path)) {
    inFile(path, 1, () => splitter.push(chunk));
    const { head } = splitter;
    if (head !== undefined && /"(?:guild|channel)"\s*:/.test(head)) {
      return inFile(path, 1, () => checked(exportHead, head));
    }
  }
  inFile(path, 1, () => splitter.end());
  return undefined;
}

/**
 * Reads and checks all files completely, before anything is imported.
 *
 * @throws {OperatorError} naming file and line
 */
export async function surveyOf(files: readonly ExportFile[], noteBytes: (bytes: number) => void): Promise<Survey> {
  const survey = new Survey();
  for (const [file, { path, head }] of files.entries()) {
    const channel = survey.channel(head.channel);
    const splitter = new Splitter();
    for await (const chunk of chunksOf(path)) {
      for (const { text, line, start, length } of inFile(path, 1, () => splitter.push(chunk))) {
        const message = inFile(path, line, () => checked(exportedMessage, text));
        channel.take(message, { file, start, length });
        survey.note(message);
      }
      noteBytes(chunk.length);
    }
    inFile(path, 1, () => splitter.end());
  }
  return survey;
}

/** Reads one surveyed message again. */
export function messageFrom(path: string, text: string): ExportedMessage {
  try {
    return checked(exportedMessage, text);
  } catch {
    throw new OperatorError(`${path} changed during the import. Run the import again.`);
  }
}

async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  const stream = createReadStream(path, { highWaterMark: 1024 * 1024 });
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    unreadable(path);
  } finally {
    stream.destroy();
  }
}

function inFile<Value>(path: string, line: number, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    const where = error instanceof Malformed ? error.line : line;
    throw new OperatorError(
      `${path}, line ${String(where)}: ${(error as Error).message}. This is not a whole export of DiscordChatExporter's JSON; nothing was imported.`,
    );
  }
}

function checked<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> {
  const parsed = schema.safeParse(parsedJson(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`"${issue?.path.join('.') ?? ''}" ${issue?.message ?? 'is missing'}`);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Error('this is not valid JSON');
  }
}

function unreadable(path: string): never {
  throw new OperatorError(`${path} cannot be read; nothing was imported.`);
}
