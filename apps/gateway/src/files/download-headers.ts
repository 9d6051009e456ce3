import type { FileForm, FileId, FileKind } from '@devchitchat/contracts';
import { create } from 'content-disposition';

/** A form of a file that somebody may read. */
export interface ReadableFile {
  readonly fileId: FileId;
  readonly form: FileForm;
  readonly kind: FileKind;
  /** MIME type. */
  readonly type: string;
  readonly name: string;
}

/** The types that a browser may show, by kind. Not SVG, which is a document. */
const shown: Readonly<Record<FileKind, RegExp | undefined>> = {
  picture: /^image\/(?:webp|png|jpeg|gif|avif)$/,
  video: /^video\/[\w.-]+$/,
  audio: /^audio\/[\w.-]+$/,
  other: undefined,
};

/**
 * The headers of a stored file. Browsers keep it but ask before each use, and show nothing but pictures, video and audio;
 * opened by itself, it has no origin and loads nothing.
 *
 * @param isDownload whether the browser is to save the file in any case
 */
export function downloadHeaders({ fileId, form, kind, type, name }: ReadableFile, isDownload: boolean): Headers {
  const isShown = shown[kind]?.test(type) ?? false;
  const savedName = kind === 'picture' ? withEnding(name, 'webp') : name;
  return new Headers({
    'Content-Type': isShown ? type : 'application/octet-stream',
    'Content-Disposition': create(savedName.toWellFormed(), { type: isShown && !isDownload ? 'inline' : 'attachment' }),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-cache',
    Vary: 'Cookie',
    ETag: `"${fileId}-${form}"`,
  });
}

/** Pictures are stored as WebP, whatever they were. */
const withEnding = (name: string, ending: string): string => `${name.replace(/(?<=.)\.[^.]*$/, '')}.${ending}`;
