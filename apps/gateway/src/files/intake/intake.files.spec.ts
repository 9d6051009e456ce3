import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@devchitchat/service-kit/testing';
import sharp, { type Sharp } from 'sharp';
import { takeIn } from './intake.files';
import { corpus } from './testing/corpus';
import { planted, script, type CorpusFile } from './testing/corpus-file';
import { spoiledPictures } from './testing/hostile-pictures';
import { cornered } from './testing/pictures';

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());
let taken = 0;

/** The folder of the forms, and the outcome. */
async function take(bytes: Buffer) {
  const [source, into] = [join(folder.path, `${taken}`), join(folder.path, `${taken}.ready`)];
  taken += 1;
  writeFileSync(source, bytes);
  return { into, source, found: await takeIn({ source, into, purpose: 'message' }) };
}

const pixelAt = async (picture: Buffer, left: number, top: number) => {
  const [red = 0, , blue = 0] = await sharp(picture)
    .extract({ left, top, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer();
  return red > blue ? 'red' : 'blue';
};

interface Taken extends CorpusFile {
  readonly into: string;
  readonly found: Awaited<ReturnType<typeof takeIn>>;
}

let files: readonly Taken[];
beforeAll(async () => {
  const all: Taken[] = [];
  for (const file of await corpus()) all.push({ ...file, ...(await take(file.bytes)) });
  files = all;
});

describe('the corpus', () => {
  it('has more than sixty files, each with a name of its own', () => {
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
    expect(files.length).toBeGreaterThan(60);
  });

  it('becomes what the rules say', () => {
    const outcomes = files.map(({ name, found }) => ({ name, becomes: outcomeOf(found) }));

    expect(outcomes).toEqual(files.map(({ name, becomes }) => ({ name, becomes })));
  });

  it('leaves nothing in pictures but the picture', async () => {
    const shown = files.filter(({ becomes }) => typeof becomes === 'object' && becomes.kind === 'picture');
    const dirty: string[] = [];
    for (const { name, into } of shown) {
      for (const form of ['small', 'large']) if (!(await isClean(join(into, form)))) dirty.push(`${name}, ${form}`);
      expect(existsSync(join(into, 'original'))).toBe(false);
    }

    expect(shown.length).toBeGreaterThan(30);
    expect(dirty).toEqual([]);
  });

  it('is served byte by byte if it is no picture', () => {
    for (const { bytes, becomes, into, found } of files) {
      if (typeof becomes === 'string' || becomes.kind === 'picture') continue;

      expect(readFileSync(join(into, 'original')).equals(bytes)).toBe(true);
      expect(found).toMatchObject({ bytes: bytes.length });
    }
  });

  it('leaves no folder of a refused file', () => {
    const refused = files.filter(({ becomes }) => typeof becomes === 'string');

    expect(refused.length).toBeGreaterThan(10);
    expect(refused.filter(({ into }) => existsSync(into))).toEqual([]);
  });
});

function outcomeOf(found: Taken['found']): unknown {
  if (typeof found === 'string') return found;
  const { kind, type, picture } = found;
  if (!picture) return { kind, type };
  const { width, height, isAnimated } = picture;
  return { kind, width, height, ...(isAnimated && { isAnimated }) };
}

/** Whether a form is a WebP without any metadata, and without the texts that the corpus plants. */
async function isClean(path: string): Promise<boolean> {
  const picture = readFileSync(path);
  const { format, exif, xmp, iptc, icc, orientation, comments } = await sharp(picture).metadata();
  const text = picture.toString('latin1');
  const hidden = [exif, xmp, iptc, icc, orientation, comments].some((part) => part !== undefined);
  const words = [planted, script, 'Exif', 'GPS', 'adobe', '<html', 'PK\x03\x04'];
  return format === 'webp' && !hidden && !words.some((word) => text.includes(word));
}

describe('a picture', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is shown as its EXIF orientation %i says', async (orientation) => {
    let stored = cornered(40, 20);
    for (const turn of unturned[orientation - 1] ?? []) stored = await turned(stored, turn);
    const bytes = await stored.withMetadata({ orientation }).jpeg().toBuffer();

    const { into, found } = await take(bytes);

    expect(found).toMatchObject({ picture: { width: 40, height: 20 } });
    const large = readFileSync(join(into, 'large'));
    expect([await pixelAt(large, 3, 2), await pixelAt(large, 37, 17)]).toEqual(['red', 'blue']);
  });

  it('has a small form within 960 × 400 pixels and a large one within 2048 × 2048', async () => {
    const { into } = await take(await cornered(4_000, 3_000).jpeg().toBuffer());
    const sizes = [];
    for (const form of ['small', 'large']) sizes.push(await sharp(join(into, form)).metadata());

    expect(sizes.map(({ width, height }) => [width, height])).toEqual([
      [533, 400],
      [2_048, 1_536],
    ]);
  });

  it('stays animated in both forms', async () => {
    for (const name of ['animated gif', 'animated webp']) {
      const into = files.find((file) => file.name === name)?.into ?? '';
      for (const form of ['small', 'large']) expect((await sharp(join(into, form)).metadata()).pages).toBe(2);
    }
  });

  it('leads to some outcome however it is spoiled', async () => {
    for (const bytes of await spoiledPictures(60)) {
      const { found } = await take(bytes);

      expect(typeof found === 'string' ? found : found.kind).toMatch(
        /^(unreadable|too large|picture|other|video|audio)$/,
      );
    }
  });
});

type Turn = 'flip' | 'flop' | 90 | 270;

/** The turns that each orientation undoes. */
const unturned: readonly (readonly Turn[])[] = [
  [],
  ['flop'],
  ['flip', 'flop'],
  ['flip'],
  [90, 'flop'],
  [270],
  [270, 'flop'],
  [90],
];

/** Each turn is a pass of its own, because the library has its own order of them. */
async function turned(picture: Sharp, turn: Turn): Promise<Sharp> {
  const decoded = sharp(await picture.png().toBuffer());
  const next = typeof turn === 'number' ? decoded.rotate(turn) : decoded[turn]();
  return sharp(await next.png().toBuffer());
}
