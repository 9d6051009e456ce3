import type { FileFacts } from '@devchitchat/contracts';
import sharp, { type Metadata, type OutputInfo, type Sharp, type SharpOptions } from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import type { IntakeProblem } from './intake-job';
import { largeForm, maxAnimatedPixels, maxPixels, smallForm } from './limits';

export interface EncodedPicture {
  readonly small: Buffer;
  readonly large: Buffer;
  readonly facts: FileFacts;
}

// One picture at a time, on one thread: the machine has other work.
sharp.cache(false);
sharp.concurrency(1);

/** Photos with small errors are shown, as browsers do; those that end early are not. */
export const reading: SharpOptions = { failOn: 'truncated', limitInputPixels: maxPixels, sequentialRead: true };

/** Two fifths of the time of the usual effort; a noisy photo of 3 megapixels became no larger. */
const encoding = { quality: 82, effort: 0 } as const;

const within = ({ width, height }: { readonly width: number; readonly height: number }) =>
  ({ width, height, fit: 'inside', withoutEnlargement: true }) as const;

/**
 * Decodes a picture, turns it as its EXIF says, and encodes it again without any metadata. Rejects if it cannot be decoded.
 */
export async function encodedPicture(file: string): Promise<EncodedPicture | IntakeProblem> {
  // Reads the header only.
  const header = await sharp(file, { ...reading, limitInputPixels: false }).metadata();
  const isAnimated = (header.pages ?? 1) > 1 && (header.format === 'gif' || header.format === 'webp');
  if (!isWithinLimits(header, isAnimated)) return 'too large';
  return isAnimated ? animation(file) : still(file, header.orientation);
}

function isWithinLimits({ width, height, pages = 1 }: Metadata, isAnimated: boolean): boolean {
  const pixels = width * height;
  return isAnimated ? pixels * pages <= maxAnimatedPixels : pixels <= maxPixels;
}

async function still(file: string, orientation: number | undefined): Promise<EncodedPicture> {
  const shrunk = await sharp(file, reading)
    .resize(within(largeForm))
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  // Turning comes after shrinking: it needs the whole picture in memory.
  const { data, info } = await upright(fromRaw(shrunk), orientation).raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const decoded = () => fromRaw({ data, info });
  const large = await decoded().webp(encoding).toBuffer();
  const small = isSmall(info) ? large : await decoded().resize(within(smallForm)).webp(encoding).toBuffer();
  return { small, large, facts: factsOf(large, { width, height }, await thumbhashOf(decoded()), false) };
}

interface Decoded {
  readonly data: Buffer;
  readonly info: OutputInfo;
}

export const fromRaw = ({ data, info: { width, height, channels } }: Decoded): Sharp =>
  sharp(data, { raw: { width, height, channels } });

/** Undoes the eight orientations of EXIF. The library mirrors first and turns then. */
export function upright(picture: Sharp, orientation = 1): Sharp {
  const degrees = [0, 0, 0, 180, 0, 270, 90, 90, 270][orientation] ?? 0;
  const turned = degrees === 0 ? picture : picture.rotate(degrees);
  if (orientation === 4) return turned.flip();
  return orientation === 2 || orientation === 5 || orientation === 7 ? turned.flop() : turned;
}

async function animation(file: string): Promise<EncodedPicture> {
  const large = await sharp(file, { ...reading, animated: true })
    .resize(within(largeForm))
    .webp(encoding)
    .toBuffer();
  const { width, height, pageHeight = height } = await sharp(large, { animated: true }).metadata();
  const size = { width, height: pageHeight };
  const small = isSmall(size)
    ? large
    : await sharp(large, { animated: true }).resize(within(smallForm)).webp(encoding).toBuffer();
  return { small, large, facts: factsOf(large, size, await thumbhashOf(sharp(large)), true) };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const isSmall = ({ width, height }: Size): boolean => width <= smallForm.width && height <= smallForm.height;

export const factsOf = (large: Buffer, size: Size, thumbhash: string, isAnimated: boolean): FileFacts => ({
  kind: 'picture',
  type: 'image/webp',
  bytes: large.length,
  picture: { width: size.width, height: size.height, thumbhash, isAnimated },
});

/** The algorithm takes at most 100 × 100 pixels. */
export async function thumbhashOf(picture: Sharp): Promise<string> {
  const { data, info } = await picture
    .resize({ width: 100, height: 100, fit: 'inside' })
    .ensureAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64');
}
