import { describe, expect, it } from '@jest/globals';
import { LocalTrack } from './local-track';
import { FakeMedia, type FakeTrack } from './testing/fake-media';

const camera = { kind: 'videoinput', deviceId: 'camera', groupId: '', label: 'Camera' } as const;

function captured(device: 'camera' | 'screen') {
  const media = new FakeMedia();
  media.devices = [camera];
  const local = new LocalTrack({
    device,
    media: () => media as unknown as MediaDevices,
    capture: (from) => (device === 'screen' ? from.getDisplayMedia() : from.getUserMedia({ video: true })),
  });
  const tracks = () => (local.stream()?.getTracks() ?? []).map(({ kind }) => kind);
  const track = (kind: string): FakeTrack => media.live.find((each) => each.kind === kind)!;
  return { media, local, tracks, track };
}

describe('a shared window', () => {
  it('closes when its video ends, with its audio', async () => {
    const { media, local, tracks, track } = captured('screen');
    await local.open();
    expect(tracks()).toEqual(['audio', 'video']);
    track('video').end();
    expect(local.stream()).toBeNull();
    expect(media.live).toEqual([]);
    expect(local.problem()).toBeNull();
  });

  it('continues without its audio', async () => {
    const { local, tracks, track } = captured('screen');
    await local.open();
    track('audio').end();
    expect(tracks()).toEqual(['video']);
    track('video').end();
    expect(local.stream()).toBeNull();
  });

  it('prompts once, however often the button is clicked', async () => {
    const { media, local } = captured('screen');
    await Promise.all([local.open(), local.open(), local.open()]);
    expect(media.asked).toBe(1);
    expect(media.live).toHaveLength(2);
  });

  it('chosen after the user left the call is stopped', async () => {
    const { media, local } = captured('screen');
    const opening = local.open();
    local.close();
    await opening;
    expect(media.live).toEqual([]);
    expect(local.stream()).toBeNull();
  });

  it('reports that it sends no video while its window is hidden', async () => {
    const { local, track } = captured('screen');
    await local.open();
    track('video').hush(true);
    expect(local.problem()?.sentence).toMatch(/sends no picture right now/);
    track('video').hush(false);
    expect(local.problem()).toBeNull();
  });
});

describe('a camera', () => {
  it.each([
    ['NotReadableError', /another program/],
    ['NotAllowedError', /blocked/],
  ])('refused with %s reports the problem, and opens when the user tries again', async (name, sentence) => {
    const { media, local, tracks } = captured('camera');
    media.refuses = name;
    await local.open();
    expect(local.problem()).toMatchObject({ sentence: expect.stringMatching(sentence), canRetry: true });
    media.refuses = null;
    media.plug(camera);
    expect(media.asked).toBe(1);
    await local.open();
    expect(tracks()).toEqual(['video']);
    expect(local.problem()).toBeNull();
  });

  it('that is unplugged closes with a problem and does not reopen automatically', async () => {
    const { media, local } = captured('camera');
    await local.open();
    media.plug();
    expect(local.stream()).toBeNull();
    expect(local.problem()?.sentence).toBe('Your camera was unplugged.');
    media.plug(camera);
    await Promise.resolve();
    expect(media.asked).toBe(1);
  });

  it('keeps its video when another camera fails to open', async () => {
    const { media, local, tracks } = captured('camera');
    await local.open();
    media.refuses = 'NotReadableError';
    await local.open();
    expect(tracks()).toEqual(['video']);
    expect(local.problem()).not.toBeNull();
  });
});
