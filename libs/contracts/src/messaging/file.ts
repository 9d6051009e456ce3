import * as z from 'zod';
import { fileId, seq, timestamp, userId } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { problems } from '../grammar/problems';
import { line } from '../grammar/text';
import { fileName } from './file-name';

/**
 * Read from the bytes of a file, never from its name. Pictures were decoded and encoded again by the server, which
 * leaves no metadata in them. Everything of kind `other` is only ever downloaded.
 */
export const fileKinds = ['picture', 'video', 'audio', 'other'] as const;
export const fileKind = z.enum(fileKinds);
export type FileKind = z.infer<typeof fileKind>;

/**
 * The forms in which a file is stored. A picture has a small one for the timeline, within 960 × 400 pixels, and a large one,
 * within 2048 × 2048; any other file has its original bytes.
 */
export const fileForms = ['small', 'large', 'original'] as const;
export const fileForm = z.enum(fileForms);
export type FileForm = z.infer<typeof fileForm>;

const picture = z.strictObject({
  /** Pixels of the large form. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** A blurred picture of about 25 bytes, in base64: https://evanw.github.io/thumbhash/. */
  thumbhash: z.string().max(64),
  isAnimated: z.boolean(),
});

/** The facts that the server found in the bytes of a file. */
export const fileFacts = z.strictObject({
  kind: fileKind,
  /** MIME type of what readers get. */
  type: z.string().max(100),
  /** Bytes of the form that a download gives: `large` or `original`. */
  bytes: z.number().int().nonnegative(),
  /** For pictures only. */
  picture: picture.optional(),
});
export type FileFacts = z.infer<typeof fileFacts>;

/** A picture described in words. */
export const altText = line(1, limits.altLength);

export const messageFile = z.object({
  ...fileFacts.shape,
  fileId,
  name: fileName,
  /** The sender's description of a picture. */
  alt: z.string().optional(),
});
export type MessageFile = z.infer<typeof messageFile>;

/** A file with the message that holds it. */
export const fileInRoom = z.object({
  file: messageFile,
  /** Of the message. */
  seq,
  /** The sender. */
  userId,
  /** When the message was sent. */
  ts: timestamp,
});
export type FileInRoom = z.infer<typeof fileInRoom>;

/** A position among the files of a room: the `seq` of a message, and the place of a file in it. */
export const fileCursor = z.string().regex(/^\d{1,15}\.\d{1,3}$/, problems.cursor);

export const fileCursorOf = (seq: number, position: number): string => `${seq}.${position}`;

export function partsOfFileCursor(cursor: string): { readonly seq: number; readonly position: number } {
  const [seq = '', position = ''] = cursor.split('.');
  return { seq: Number(seq), position: Number(position) };
}
