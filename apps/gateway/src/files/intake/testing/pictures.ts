import sharp, { type Sharp } from 'sharp';
import { planted, script, type CorpusFile } from './corpus-file';
import { animatedPng, blackPng, pngChunk, withChunks } from './png';

/** A red corner at the top left of a blue picture, so that its turning shows. */
export function cornered(width: number, height: number): Sharp {
  const corner = { create: { width: width / 4, height: height / 4, channels: 3, background: 'red' } } as const;
  return sharp({ create: { width, height, channels: 3, background: 'blue' } }).composite([
    { input: corner, left: 0, top: 0 },
  ]);
}

/** A segment of a JPEG after its first two bytes. */
function withSegment(jpeg: Buffer, marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)]);
}

/** EXIF as it lies in a JPEG, with a camera, a place on Earth and a comment. */
const exif = {
  IFD0: { Make: planted, Software: script, ImageDescription: planted },
  IFD2: { UserComment: planted },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1', GPSLongitudeRef: 'W', GPSProcessingMethod: planted },
} as const;

const adobe = 'http://ns.adobe.com/xap/1.0/\0';
const xmp = Buffer.from(`${adobe}<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${planted}${script}</a></x:xmpmeta>`);

/** Everything that the server shows as a picture. */
export async function pictures(): Promise<readonly CorpusFile[]> {
  const files: CorpusFile[] = [];
  const add = (name: string, bytes: Buffer, width = 40, height = 20, isAnimated = false) =>
    files.push({ name, bytes, becomes: { kind: 'picture', width, height, ...(isAnimated && { isAnimated }) } });
  const flat = cornered(40, 20);
  const jpeg = await flat.clone().jpeg().toBuffer();
  const png = await flat.clone().png().toBuffer();
  add('jpeg', jpeg);
  add('progressive jpeg', await flat.clone().jpeg({ progressive: true }).toBuffer());
  add('grey jpeg', await flat.clone().greyscale().jpeg().toBuffer());
  add('cmyk jpeg', await flat.clone().toColourspace('cmyk').jpeg().toBuffer());
  add('jpeg with exif and a place', await flat.clone().withExif(exif).jpeg().toBuffer());
  add('jpeg with a colour profile', await flat.clone().withIccProfile('p3').jpeg().toBuffer());
  add('jpeg with xmp', withSegment(jpeg, 0xe1, xmp));
  add('jpeg with iptc', withSegment(jpeg, 0xed, Buffer.from(`Photoshop 3.0\0${planted}`)));
  add('jpeg with a script as comment', withSegment(jpeg, 0xfe, Buffer.from(script + planted)));
  add('jpeg with a page after its end', Buffer.concat([jpeg, Buffer.from(`<html>${script}${planted}</html>`)]));
  add('jpeg with an archive after its end', Buffer.concat([jpeg, Buffer.from(`PK\x03\x04${planted}`)]));
  add('jpeg with a script in its first segment', withSegment(jpeg, 0xe0, Buffer.from(`*/=1;${script}/*${planted}`)));
  for (let orientation = 2; orientation <= 8; orientation++) {
    const turned = await flat.clone().withMetadata({ orientation }).jpeg().toBuffer();
    if (orientation < 5) add(`jpeg turned by exif ${orientation}`, turned);
    else add(`jpeg turned by exif ${orientation}`, turned, 20, 40);
  }
  add('png', png);
  add('png with 16 bits', await flat.clone().toColourspace('rgb16').png().toBuffer());
  add('png with a palette', await flat.clone().png({ palette: true }).toBuffer());
  add('png with transparency', await flat.clone().ensureAlpha(0.5).png().toBuffer());
  add('interlaced png', await flat.clone().png({ progressive: true }).toBuffer());
  add('greyscale png', blackPng(40, 20));
  add('png with a script as text', withChunks(png, pngChunk('tEXt', Buffer.from(`Comment\0${script}${planted}`))));
  add('png with exif and a place', await flat.clone().withExif(exif).png().toBuffer());
  add('png with a page after its end', Buffer.concat([png, Buffer.from(`<html>${script}${planted}`)]));
  add('animated png, shown as its first frame', animatedPng(40, 20));
  add('gif', await flat.clone().gif().toBuffer());
  add('gif with a comment', withGifComment(await flat.clone().gif().toBuffer()));
  add('animated gif', await (await animated()).gif({ delay: [100, 100] }).toBuffer(), 40, 20, true);
  add('webp', await flat.clone().webp().toBuffer());
  add('lossless webp', await flat.clone().webp({ lossless: true }).toBuffer());
  add('webp with exif and a place', await flat.clone().withExif(exif).webp().toBuffer());
  add('animated webp', await (await animated()).webp({ delay: [100, 100] }).toBuffer(), 40, 20, true);
  add('avif', await flat.clone().avif({ effort: 0 }).toBuffer());
  add('avif with exif and a place', await flat.clone().withExif(exif).avif({ effort: 0 }).toBuffer());
  add('tiff', await flat.clone().tiff().toBuffer());
  add('tiff with exif and a place', await flat.clone().withExif(exif).tiff().toBuffer());
  add('one pixel', blackPng(1, 1), 1, 1);
  add('tall and thin', blackPng(1, 5_000), 1, 2_048);
  add('wide and low', blackPng(30_000, 2), 2_048, 1);
  add('a photo', await cornered(4_000, 3_000).jpeg().toBuffer(), 2_048, 1_536);
  return files;
}

/** Two frames, one red and one green. */
async function animated(): Promise<Sharp> {
  const frames = ['red', 'green'].map((background) =>
    sharp({ create: { width: 40, height: 20, channels: 4, background } })
      .png()
      .toBuffer(),
  );
  return sharp(await Promise.all(frames), { join: { animated: true } });
}

/** Before the trailer of a GIF. */
const withGifComment = (gif: Buffer): Buffer =>
  Buffer.concat([
    gif.subarray(0, -1),
    Buffer.from([0x21, 0xfe, planted.length]),
    Buffer.from(`${planted}\0;`, 'latin1'),
  ]);
