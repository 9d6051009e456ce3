import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { filePaths, filesFolder } from '@devchitchat/contracts';
import send from 'send';
import { downloadHeaders, type ReadableFile } from './download-headers';

/** How sending a file can fail before the first byte. */
export type SendFailure = 'missing' | { readonly error: unknown };

export interface Sending {
  readonly dataDir: string;
  readonly isDownload: boolean;
  /** Called with the bytes of each part. */
  readonly count: (bytes: number) => void;
  /** Called instead of an answer, with no headers of the file set. */
  readonly failed: (failure: SendFailure) => void;
}

/**
 * Answers with a form of a file, or with a part of it or "not modified" if the request says so. Closes the file when the client
 * goes away.
 */
export function sendStored(
  response: ServerResponse,
  file: ReadableFile,
  { dataDir, isDownload, count, failed }: Sending,
): void {
  const headers = downloadHeaders(file, isDownload);
  response.setHeaders(headers);
  // The layout's names begin with no dot, while the data folder's may.
  const root = join(dataDir, filesFolder);
  send(response.req, filePaths.form(file.fileId, file.form), {
    root,
    index: false,
    etag: false,
    lastModified: false,
    cacheControl: false,
  })
    .on('stream', (stream: NodeJS.ReadableStream) => stream.on('data', (part: Buffer) => count(part.length)))
    .on('error', (error: { readonly status?: number }) => {
      if (response.headersSent) return void response.destroy();
      if (error.status === 416 || error.status === 412) return withoutBody(response, error.status);
      for (const name of headers.keys()) if (!stays.has(name)) response.removeHeader(name);
      failed(error.status === 404 ? 'missing' : { error });
    })
    .pipe(response);
}

/** Headers that make sense in every answer. */
const stays: ReadonlySet<string> = new Set([
  'content-security-policy',
  'x-content-type-options',
  'cross-origin-resource-policy',
]);

/** `Content-Range` is set already if it belongs to the answer. */
function withoutBody(response: ServerResponse, status: 412 | 416): void {
  for (const name of ['Content-Type', 'Content-Disposition', 'ETag']) response.removeHeader(name);
  response.statusCode = status;
  response.setHeader('Content-Length', 0);
  response.end();
}
