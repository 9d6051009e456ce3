import { describe, expect, it } from '@jest/globals';
import { Capture } from './capture';
import { FakeMedia, type FakeTrack } from './testing/fake-media';

const camera = { kind: 'videoinput', deviceId: 'camera', groupId: '', label: 'Camera' } as const;

function captured(device: 'camera' | 'screen') {
  const media = new FakeMedia();
  media.devices = [camera];
  const capture = new Capture({
    device,
    media: () => media as unknown as MediaDevices,
    record: (from) => (device === 'screen' ? from.getDisplayMedia() : from.getUserMedia({ video: true })),
  });
  const tracks = () => (capture.stream()?.getTracks() ?? []).map(({ kind }) => kind);
  const track = (kind: string): FakeTrack => media.live.find((each) => each.kind === kind)!;
  return { media, capture, tracks, track };
}

describe('a shared window', () => {
  it('is over with its picture, and its sound with it', async () => {
    const { media, capture, tracks, track } = captured('screen');
    await capture.open();
    expect(tracks()).toEqual(['audio', 'video']);
    track('video').end();
    expect(capture.stream()).toBeNull();
    expect(media.live).toEqual([]);
    expect(capture.problem()).toBeNull();
  });

  it('goes on without its sound', async () => {
    const { capture, tracks, track } = captured('screen');
    await capture.open();
    track('audio').end();
    expect(tracks()).toEqual(['video']);
    track('video').end();
    expect(capture.stream()).toBeNull();
  });

  it('is asked for once, however often the button is pressed', async () => {
    const { media, capture } = captured('screen');
    await Promise.all([capture.open(), capture.open(), capture.open()]);
    expect(media.asked).toBe(1);
    expect(media.live).toHaveLength(2);
  });

  it('that was chosen after the call was left is let go of', async () => {
    const { media, capture } = captured('screen');
    const opening = capture.open();
    capture.close();
    await opening;
    expect(media.live).toEqual([]);
    expect(capture.stream()).toBeNull();
  });

  it('is said to send no picture while its window is away', async () => {
    const { capture, track } = captured('screen');
    await capture.open();
    track('video').hush(true);
    expect(capture.problem()?.sentence).toMatch(/sends no picture at the moment/);
    track('video').hush(false);
    expect(capture.problem()).toBeNull();
  });
});

describe('a camera', () => {
  it.each([
    ['NotReadableError', /another program/],
    ['NotAllowedError', /blocked/],
  ])('refused with %s is said to be, and opens when the person tries again', async (name, sentence) => {
    const { media, capture, tracks } = captured('camera');
    media.refuses = name;
    await capture.open();
    expect(capture.problem()).toMatchObject({ sentence: expect.stringMatching(sentence), canRetry: true });
    media.refuses = null;
    media.plug(camera);
    expect(media.asked).toBe(1);
    await capture.open();
    expect(tracks()).toEqual(['video']);
    expect(capture.problem()).toBeNull();
  });

  it('that is unplugged is over, said to be, and does not come back by itself', async () => {
    const { media, capture } = captured('camera');
    await capture.open();
    media.plug();
    expect(capture.stream()).toBeNull();
    expect(capture.problem()?.sentence).toBe('Your camera was unplugged.');
    media.plug(camera);
    await Promise.resolve();
    expect(media.asked).toBe(1);
  });

  it('leaves the picture as it is while another one does not open', async () => {
    const { media, capture, tracks } = captured('camera');
    await capture.open();
    media.refuses = 'NotReadableError';
    await capture.open();
    expect(tracks()).toEqual(['video']);
    expect(capture.problem()).not.toBeNull();
  });
});
