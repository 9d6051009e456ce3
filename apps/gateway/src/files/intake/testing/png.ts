import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** One chunk of a PNG, with its checksum. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}

/** The header of a greyscale PNG with one byte for each pixel. */
function pngHeader(width: number, height: number): Buffer {
  const data = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  return pngChunk('IHDR', data);
}

/** A black greyscale PNG. */
export const blackPng = (width: number, height: number, ...more: readonly Buffer[]): Buffer =>
  Buffer.concat([
    signature,
    pngHeader(width, height),
    ...more,
    pngChunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);

/** Adds chunks right after the header of a PNG. */
export const withChunks = (png: Buffer, ...chunks: readonly Buffer[]): Buffer =>
  Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]);

/** A header, and pixels for only the first rows. */
export const emptyPng = (width: number, height: number): Buffer =>
  Buffer.concat([
    signature,
    pngHeader(width, height),
    pngChunk('IDAT', deflateSync(Buffer.alloc(1_000))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);

/** A PNG of two frames. */
export function animatedPng(width: number, height: number): Buffer {
  const number = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
  };
  const frame = (sequence: number) =>
    pngChunk(
      'fcTL',
      Buffer.concat([...[sequence, width, height, 0, 0].map(number), Buffer.from([0, 10, 0, 100, 0, 0])]),
    );
  const pixels = deflateSync(Buffer.alloc((width + 1) * height, 0));
  return Buffer.concat([
    signature,
    pngHeader(width, height),
    pngChunk('acTL', Buffer.concat([number(2), number(0)])),
    frame(0),
    pngChunk('IDAT', pixels),
    frame(1),
    pngChunk('fdAT', Buffer.concat([number(2), pixels])),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}
