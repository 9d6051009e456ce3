import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { OperatorError } from '@devchitchat/service-kit';
import { exportedMessage, exportHead, type ExportedMessage, type ExportHead } from './export';
import { Malformed, Splitter, type Element } from './splitter';
import { Survey } from './survey';

/** The parts of a file in order: its head, then its messages. */
type Part =
  | { readonly kind: 'head'; readonly head: ExportHead }
  | { readonly kind: 'message'; readonly message: ExportedMessage; readonly line: number };

/**
 * The exports in a folder. Parts of one channel, `… [part 2].json`, are in order.
 *
 * @throws {OperatorError}
 */
export async function exportsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => {
    throw new OperatorError(`${folder} is not a readable folder.`);
  });
  const exports = names
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  if (exports.length === 0) {
    throw new OperatorError(`There is no .json file in ${folder}. DiscordChatExporter writes some with --format Json.`);
  }
  return exports.map((name) => join(folder, `${name}.json`));
}

export async function bytesOf(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/**
 * Reads and checks all files completely, before anything is imported.
 *
 * @throws {OperatorError} naming file and line
 */
export async function surveyOf(files: readonly string[], noteBytes: (bytes: number) => void): Promise<Survey> {
  const survey = new Survey();
  for (const file of files) {
    let channel: ReturnType<Survey['channel']> | undefined;
    for await (const part of partsOf(file, noteBytes)) {
      if (part.kind === 'head') {
        channel = survey.channel(part.head);
        channel.beginFile(file);
      } else if (channel?.take(part.message) === false) {
        throw new OperatorError(
          `${file}, line ${String(part.line)}: messages are latest first, or the parts of a channel are not in order. Export it again without --reverse, and keep the names of the files.`,
        );
      } else survey.note(part.message);
    }
  }
  return survey;
}

/** The messages of surveyed files. */
export async function* messagesIn(files: readonly string[]): AsyncGenerator<ExportedMessage> {
  for (const file of files) {
    for await (const part of partsOf(file)) if (part.kind === 'message') yield part.message;
  }
}

async function* partsOf(file: string, noteBytes?: (bytes: number) => void): AsyncGenerator<Part> {
  const splitter = new Splitter();
  let isHeadKnown = false;
  const at = <Value>(line: number, read: () => Value): Value => {
    try {
      return read();
    } catch (error) {
      if (error instanceof Malformed) throw notAnExport(file, error.line, error.message);
      throw notAnExport(file, line, (error as Error).message);
    }
  };
  const stream = createReadStream(file, { encoding: 'utf8', highWaterMark: 1024 * 1024 });
  try {
    let isFirst = true;
    for await (const data of stream) {
      const chunk = isFirst ? (data as string).replace(/^\ufeff/, '') : (data as string);
      isFirst = false;
      const elements = at(1, () => splitter.push(chunk));
      noteBytes?.(Buffer.byteLength(chunk));
      const { head } = splitter;
      if (head !== undefined && !isHeadKnown) {
        isHeadKnown = true;
        yield { kind: 'head', head: at(1, () => checked(exportHead, head)) };
      }
      for (const { text, line } of elements) yield messageOf({ text, line });
    }
    at(1, () => splitter.end());
  } finally {
    stream.destroy();
  }

  function messageOf({ text, line }: Element): Part {
    return { kind: 'message', line, message: at(line, () => checked(exportedMessage, text)) };
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

const notAnExport = (file: string, line: number, reason: string) =>
  new OperatorError(
    `${file}, line ${String(line)}: ${reason}. This is not a whole export of DiscordChatExporter's JSON; nothing was imported.`,
  );
