import type { FileKind } from '@devchitchat/contracts';

/** Kind and MIME type under which readers get a file. */
export interface ServedAs {
  readonly kind: FileKind;
  readonly type: string;
}

const download: ServedAs = { kind: 'other', type: 'application/octet-stream' };

/** The types that the decoder of pictures reads. Readers get all of them as WebP. */
const decodable: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/apng',
  'image/webp',
  'image/gif',
  'image/avif',
  'image/tiff',
]);

/** Types that common browsers play, by the name that file-type gives them. They are served unchanged, as exactly this type. */
const playable: ReadonlyMap<string, ServedAs> = new Map([
  ['video/mp4', { kind: 'video', type: 'video/mp4' }],
  ['video/x-m4v', { kind: 'video', type: 'video/mp4' }],
  ['video/quicktime', { kind: 'video', type: 'video/quicktime' }],
  ['video/webm', { kind: 'video', type: 'video/webm' }],
  ['video/ogg', { kind: 'video', type: 'video/ogg' }],
  ['audio/mpeg', { kind: 'audio', type: 'audio/mpeg' }],
  ['audio/mp4', { kind: 'audio', type: 'audio/mp4' }],
  ['audio/x-m4a', { kind: 'audio', type: 'audio/mp4' }],
  ['audio/aac', { kind: 'audio', type: 'audio/aac' }],
  ['audio/ogg', { kind: 'audio', type: 'audio/ogg' }],
  ['audio/ogg; codecs=opus', { kind: 'audio', type: 'audio/ogg' }],
  ['audio/wav', { kind: 'audio', type: 'audio/wav' }],
  ['audio/flac', { kind: 'audio', type: 'audio/flac' }],
  ['audio/webm', { kind: 'audio', type: 'audio/webm' }],
]);

/** How readers get a file of the type that its bytes show; a download if they show none, or none of these. */
export function servedAs(found: string | undefined): ServedAs {
  if (found === undefined) return download;
  if (decodable.has(found)) return { kind: 'picture', type: 'image/webp' };
  return playable.get(found) ?? download;
}
