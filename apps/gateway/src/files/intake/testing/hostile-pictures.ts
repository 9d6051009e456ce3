import { SeededRandom } from '@devchitchat/service-kit/testing';
import sharp from 'sharp';
import { script, type CorpusFile, type Outcome } from './corpus-file';
import { cornered } from './pictures';
import { blackPng, emptyPng } from './png';

/** Pictures that end early, lie about their size, or were made to use up the server. */
export async function hostilePictures(): Promise<readonly CorpusFile[]> {
  const noisy = await sharp({
    create: {
      width: 400,
      height: 300,
      channels: 3,
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
      background: 'red',
    },
  })
    .png()
    .toBuffer();
  const [jpeg, webp, gif, avif] = await Promise.all([
    sharp(noisy).jpeg().toBuffer(),
    sharp(noisy).webp().toBuffer(),
    sharp(noisy).gif().toBuffer(),
    sharp(noisy).avif({ effort: 0 }).toBuffer(),
  ]);
  const small = await cornered(40, 20).jpeg().toBuffer();
  const half = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length / 2);
  const files: readonly (readonly [name: string, bytes: Buffer, becomes?: Outcome])[] = [
    ['half a jpeg', half(jpeg)],
    ['half a png', half(noisy)],
    ['half a webp', half(webp)],
    ['half a gif', half(gif)],
    ['half an avif', half(avif)],
    ['a jpeg of its first 20 bytes', jpeg.subarray(0, 20)],
    ['a png of its header', noisy.subarray(0, 33)],
    ['a png of 60,000 × 60,000 pixels', emptyPng(60_000, 60_000), 'too large'],
    ['a jpeg of 60,000 × 60,000 pixels', sizedJpeg(small, 60_000), 'too large'],
    ['a gif of 60,000 × 60,000 pixels', sizedGif(gif, 60_000), 'too large'],
    ['a png bomb of 400 megapixels in 400 kB', blackPng(20_000, 20_000), 'too large'],
    ['an animation of 5,000 frames', await endlessGif(5_000), 'too large'],
    ['a png with a wrong checksum', flipped(noisy, noisy.length - 30)],
    ['a gif that is a page', Buffer.from(`GIF89a/*<html>${script}</html>*/=1;`)],
    ['a gif that is a script', Buffer.from('GIF89a=1;alert(1);//'.padEnd(200, 'x'))],
    ['a jpeg that is an archive', Buffer.concat([small.subarray(0, 30), Buffer.from('PK\x03\x04'), Buffer.alloc(500)])],
    ['a webp of another length', withLength(webp.subarray(0, 200), 0xffff_ffff)],
    ['a png without pixels', emptyPng(400, 300)],
  ];
  return files.map(([name, bytes, becomes = 'unreadable']) => ({ name, bytes, becomes }));
}

/** Pictures with random bytes changed: any outcome is fine, as long as there is one. */
export async function spoiledPictures(count: number): Promise<readonly Buffer[]> {
  const random = new SeededRandom(4_711);
  const whole = await Promise.all(
    (['jpeg', 'png', 'webp', 'gif', 'avif', 'tiff'] as const).map((format) =>
      cornered(400, 200).toFormat(format).toBuffer(),
    ),
  );
  return Array.from({ length: count }, (_, at) => {
    const bytes = Buffer.from(whole[at % whole.length] ?? []);
    // The first bytes stay, so that the file is still taken for a picture.
    for (let times = 0; times < 1 + random.below(12); times++) {
      bytes[12 + random.below(bytes.length - 12)] = random.below(256);
    }
    return random.below(3) === 0 ? bytes.subarray(0, 13 + random.below(bytes.length - 13)) : bytes;
  });
}

/** A JPEG that claims another size: in the frame header, after its length and precision. */
function sizedJpeg(jpeg: Buffer, pixels: number): Buffer {
  const bytes = Buffer.from(jpeg);
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  bytes.writeUInt16BE(pixels, frame + 5);
  bytes.writeUInt16BE(pixels, frame + 7);
  return bytes;
}

/** In the header, and in the frame after its control extension. */
function sizedGif(gif: Buffer, pixels: number): Buffer {
  const bytes = Buffer.from(gif);
  const frame = bytes.indexOf(Buffer.from([0x21, 0xf9, 0x04])) + 8;
  for (const at of [6, 8, frame + 5, frame + 7]) bytes.writeUInt16LE(pixels, at);
  return bytes;
}

/** A GIF whose one frame of 200 × 100 pixels comes again and again. */
async function endlessGif(frames: number): Promise<Buffer> {
  const gif = await cornered(200, 100).gif().toBuffer();
  const start = gif.indexOf(Buffer.from([0x21, 0xf9, 0x04]));
  const frame = gif.subarray(start, -1);
  return Buffer.concat([gif.subarray(0, start), ...Array.from({ length: frames }, () => frame), gif.subarray(-1)]);
}

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 0xff;
  return changed;
}

function withLength(riff: Buffer, length: number): Buffer {
  const bytes = Buffer.from(riff);
  bytes.writeUInt32LE(length, 4);
  return bytes;
}
