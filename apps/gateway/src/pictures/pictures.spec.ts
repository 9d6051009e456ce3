import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import {
  accepted,
  authCommands as auth,
  authEvents,
  authReasons as reasons,
  limits,
  refused,
  type InputOf,
  type Reply,
} from '@devchitchat/contracts';
import { until } from '@devchitchat/service-kit/testing';
import sharp from 'sharp';
import { cornered } from '../files/intake/testing/pictures';
import { blackPng, emptyPng } from '../files/intake/testing/png';
import { anEvent } from '../testing/events';
import { GatewayHarness } from '../testing/gateway-harness';
import { person } from '../testing/people';

const anna = person('a');
const bert = person('b');
const picture = '5f2c9a0e71b3d846';

let harness: GatewayHarness;
beforeAll(async () => {
  harness = await GatewayHarness.open({ RATE_LIMIT_FACTOR: '1000' });
  harness.answer(auth.pictureSet, () => accepted({ user: { ...anna.user, picture } }));
});
afterAll(() => harness[Symbol.asyncDispose]());

async function put(body: Uint8Array, more: Record<string, string> = {}, query = '') {
  const headers = { ...harness.cookieOf(anna), origin: harness.url, 'content-type': 'image/png', ...more };
  const response = await fetch(`${harness.url}/api/picture${query}`, {
    method: 'PUT',
    headers,
    body: Buffer.from(body),
  });
  return { status: response.status, reply: (await response.json()) as Reply<unknown> };
}

const given = () =>
  harness.asked.filter(({ command }) => command.endsWith('auth.picture_set')).map(({ envelope }) => envelope);
const refusal = (reason: string) => ({ ok: false, error: { reason } });
const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('devchitchat-picture-'));

describe('a picture of a person', () => {
  it('goes to auth as two squares of its middle, and is answered as any change of a profile', async () => {
    const sent = await cornered(900, 300).jpeg().toBuffer();
    const { status, reply } = await put(sent);
    expect([status, reply]).toEqual([200, accepted({ user: { ...anna.user, picture } })]);
    const { actor, input } = given().at(-1)!;
    const { small, large } = input as InputOf<typeof auth.pictureSet>;
    expect(actor).toEqual(anna.actor);
    for (const [form, side] of [[small, 128] as const, [large, 512] as const]) {
      const { format, width, height } = await sharp(Buffer.from(form, 'base64')).metadata();
      expect([format, width, height]).toEqual(['webp', side, side]);
    }
    expect(leftovers()).toEqual([]);
  });

  it('may be a bot’s, which auth decides', async () => {
    await put(blackPng(8, 8), {}, `?user=${bert.user.userId}`);
    expect(given().at(-1)?.input).toMatchObject({ userId: bert.user.userId });
    expect(await put(blackPng(8, 8), {}, '?user=me')).toMatchObject({ status: 400 });
  });

  it('fits even if it is noise, and keeps no metadata', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 90 } as const;
    const create = { width: 512, height: 512, channels: 3, background: 'red', noise } as const;
    const sent = await sharp({ create })
      .withExif({ IFD0: { Make: 'canary' } })
      .png()
      .toBuffer();
    expect(await put(sent)).toMatchObject({ status: 200 });
    const { small, large } = given().at(-1)!.input as InputOf<typeof auth.pictureSet>;
    expect(Buffer.from(small, 'base64').length).toBeLessThanOrEqual(limits.smallPictureBytes);
    expect(Buffer.from(large, 'base64').length).toBeLessThanOrEqual(limits.largePictureBytes);
    expect((await sharp(Buffer.from(large, 'base64')).metadata()).exif).toBeUndefined();
  });

  it.each([
    ['a text', () => Buffer.from('Hello'), reasons.pictureUnreadable.name],
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), reasons.pictureUnreadable.name],
    ['half a picture', () => blackPng(200, 200).subarray(0, 60), reasons.pictureUnreadable.name],
    ['60,000 × 60,000 pixels', () => emptyPng(60_000, 60_000), reasons.pictureTooLarge.name],
    ['nothing', () => Buffer.alloc(0), reasons.pictureUnreadable.name],
    ['more bytes than a picture may have', () => Buffer.alloc(6 * 1024 * 1024), reasons.pictureTooLarge.name],
  ])('is refused if it is %s', async (_what, bytes, reason) => {
    const before = given().length;
    expect((await put(bytes())).reply).toMatchObject(refusal(reason));
    expect(given()).toHaveLength(before);
    expect(leftovers()).toEqual([]);
  });

  it('waits for the one before it of the same person', async () => {
    const replies = await Promise.all([put(blackPng(2_000, 2_000)), put(blackPng(8, 8))]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 503]);
    expect(replies.find(({ status }) => status === 503)?.reply).toMatchObject(refusal('picture.busy'));
    expect(await put(blackPng(8, 8))).toMatchObject({ status: 200 });
  });

  it('is refused without a session, from another site, and under another type', async () => {
    const sent = blackPng(8, 8);
    expect(await put(sent, { cookie: '' })).toMatchObject({ status: 401, reply: refusal('session.required') });
    expect(await put(sent, { origin: 'https://evil.example' })).toMatchObject({ status: 403 });
    expect(await put(sent, { 'content-type': 'text/html' })).toMatchObject({ status: 400 });
  });
});

describe('the address of a picture', () => {
  const bytes = Buffer.from('a small WebP');
  let asked = 0;
  beforeEach(() => {
    asked = 0;
    harness.answer(auth.pictureRead, () => {
      asked += 1;
      return accepted({ bytes: bytes.toString('base64') });
    });
  });
  const get = (path: string, headers: Record<string, string> = harness.cookieOf(bert)) =>
    fetch(`${harness.url}/api/pictures/${path}`, { headers });
  const gone = (type: string) =>
    harness.sayEvent({ ...anEvent, type, body: { userId: anna.user.userId } }, 'everyone', 'auth');
  const path = `${anna.user.userId}/${picture}/128`;

  it('gives it to people with a session, who may keep it, and to no script or page of another site', async () => {
    const response = await get(path);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'private, max-age=31536000, immutable',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    const stranger = await get(path, {});
    expect([stranger.status, stranger.headers.get('cache-control')]).toEqual([401, 'no-store']);
  });

  it.each([authEvents.userProfileChanged.type, authEvents.userDeleted.type])(
    'is asked for once, and again after %s',
    async (type) => {
      gone(type);
      await until(async () => {
        asked = 0;
        await get(path);
        return asked === 1;
      });
      await get(path);
      expect(asked).toBe(1);
      harness.answer(auth.pictureRead, () => refused(reasons.pictureUnknown));
      gone(type);
      await until(async () => (await get(path)).status === 404);
      expect((await get(path)).headers.get('cache-control')).toBe('no-store');
    },
  );

  it.each(['u_1/5f2c9a0e71b3d846/128', `${anna.user.userId}/x/128`, `${anna.user.userId}/${picture}/64`])(
    'has to be well formed: %s',
    async (malformed) => {
      const response = await get(malformed);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ ok: false });
      expect(asked).toBe(0);
    },
  );
});
