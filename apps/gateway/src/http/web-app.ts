import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { lookup } from 'mrmime';

export interface WebFile {
  /** Path within the build folder, with a leading slash. */
  readonly path: string;
  readonly content: Buffer;
  readonly modified: Date;
  readonly etag: string;
}

export interface Answer {
  readonly status: 200 | 304 | 404;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: Buffer;
}

interface Variant {
  readonly encoding: string | undefined;
  readonly headers: OutgoingHttpHeaders & { readonly ETag: string };
  readonly body: Buffer;
}

/** The variants of every file by path, in order of preference. */
export type WebFiles = ReadonlyMap<string, readonly Variant[]>;

/**
 * Matches the content hash, 8 letters and digits, in names of files that are only reached through other files. Eight
 * lowercase letters alone would match ordinary words.
 */
const hashedName = /-(?=\w*[A-Z0-9])\w{8}\.\w+$/;

/** File extension of each compressed variant and its HTTP encoding; smallest first. */
const encodings = [
  { suffix: '.br', encoding: 'br' },
  { suffix: '.gz', encoding: 'gzip' },
  { suffix: '', encoding: undefined },
] as const;

/** Groups each file with its compressed variants. `/` is the index. */
export function collectWebFiles(files: readonly WebFile[]): WebFiles {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const collected = new Map<string, readonly Variant[]>();
  for (const { path } of files) {
    const original = /^(.+)\.(?:br|gz)$/.exec(path)?.[1];
    if (original !== undefined && byPath.has(original)) continue;
    const variants = encodings.flatMap(({ suffix, encoding }) => {
      const file = byPath.get(path + suffix);
      return file ? [variantOf(path, file, encoding)] : [];
    });
    collected.set(path, variants);
  }
  const index = collected.get('/index.html');
  return index ? collected.set('/', index) : collected;
}

/**
 * The answer to a request; `undefined` if the build has no such file. Ignores `Range`, which HTTP allows: no file is large.
 */
export function answerTo(files: WebFiles, url: string, request: IncomingHttpHeaders): Answer | undefined {
  const variant = files
    .get(pathIn(url))
    ?.find(({ encoding }) => encoding === undefined || accepts(request['accept-encoding'], encoding));
  if (!variant) return undefined;
  const { headers, body } = variant;
  if (!matches(request['if-none-match'], headers.ETag)) return { status: 200, headers, body };
  const { ETag, 'Cache-Control': caching, Vary } = headers;
  return { status: 304, headers: { ETag, 'Cache-Control': caching, Vary } };
}

/** Addresses of the server that are no pages. Under `/ca` there is one only with HTTPS of our own. */
const noPage = /^\/(?:api|socket\.io|health|metrics)(?:[/?#]|$)/;

/** Whether an address without a file is the app's to answer, for a person who opens it. */
export const isAddressOfApp = (url: string): boolean => !noPage.test(url);

/** The app at an address that the server does not have. 404 if the address names a file: nothing may take the app for it. */
export function indexFor(files: WebFiles, url: string, request: IncomingHttpHeaders): Answer | undefined {
  const index = answerTo(files, '/', request);
  const isFile = pathIn(url).split('/').at(-1)?.includes('.') ?? false;
  return index?.status === 200 && isFile ? { ...index, status: 404 } : index;
}

function variantOf(path: string, { content, modified, etag }: WebFile, encoding: string | undefined): Variant {
  const type = lookup(path) ?? 'application/octet-stream';
  return {
    encoding,
    body: content,
    headers: {
      'Content-Type': type === 'text/html' ? 'text/html;charset=utf-8' : type,
      'Content-Length': content.length,
      ...(encoding && { 'Content-Encoding': encoding }),
      'Cache-Control': hashedName.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'Last-Modified': modified.toUTCString(),
      ETag: etag,
      Vary: 'Accept-Encoding',
    },
  };
}

function pathIn(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** Whether an `Accept-Encoding` header accepts this encoding (and not with `;q=0`). */
function accepts(header: string | string[] | undefined, encoding: string): boolean {
  return listOf(header).some((item) => {
    const [name, ...parameters] = item.toLowerCase().split(';');
    return name?.trim() === encoding && !parameters.some((parameter) => /^\s*q=0(?:\.0*)?\s*$/.test(parameter));
  });
}

/** Weak comparison: a proxy may have added `W/`. */
const matches = (header: string | undefined, etag: string): boolean =>
  listOf(header).some((item) => item === '*' || item.replace(/^W\//, '') === etag);

const listOf = (header: string | string[] | undefined): string[] =>
  String(header ?? '')
    .split(',')
    .map((item) => item.trim());
