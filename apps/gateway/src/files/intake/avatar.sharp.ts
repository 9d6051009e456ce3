import { limits, pictureSizes } from '@devchitchat/contracts';
import sharp, { type Sharp } from 'sharp';
import type { IntakeProblem } from './intake-job';
import { maxPixels } from './limits';
import { factsOf, fromRaw, reading, thumbhashOf, upright, type EncodedPicture } from './pictures.sharp';

const [smallSide, largeSide] = pictureSizes;

/** From the usual quality downwards: noise needs less of it to fit. */
const qualities = [82, 60, 40, 20, 5] as const;

/**
 * The square in the middle of a picture, upright, in two sizes without any metadata; of an animation its first frame.
 * Rejects if it cannot be decoded.
 */
export async function encodedAvatar(file: string): Promise<EncodedPicture | IntakeProblem> {
  // Reads the header only.
  const { width, height, orientation } = await sharp(file, { ...reading, limitInputPixels: false }).metadata();
  if (width * height > maxPixels) return 'too large';
  const side = Math.min(width, height);
  const shrunk = await sharp(file, reading)
    .extract({ left: Math.floor((width - side) / 2), top: Math.floor((height - side) / 2), width: side, height: side })
    .resize(largeSide, largeSide)
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const decoded = await upright(fromRaw(shrunk), orientation).raw().toBuffer({ resolveWithObject: true });
  const large = await webpWithin(limits.largePictureBytes, () => fromRaw(decoded));
  const small = await webpWithin(limits.smallPictureBytes, () => fromRaw(decoded).resize(smallSide, smallSide));
  const size = { width: largeSide, height: largeSide };
  return { small, large, facts: factsOf(large, size, await thumbhashOf(fromRaw(decoded)), false) };
}

async function webpWithin(maxBytes: number, picture: () => Sharp): Promise<Buffer> {
  let encoded = Buffer.alloc(0);
  for (const quality of qualities) {
    encoded = await picture().webp({ quality, effort: 4 }).toBuffer();
    if (encoded.length <= maxBytes) break;
  }
  return encoded;
}
