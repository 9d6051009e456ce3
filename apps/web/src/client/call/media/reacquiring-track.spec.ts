import { describe, expect, it } from '@jest/globals';
import { PersonAtAMicrophone } from './testing/person-at-a-microphone';
import { FakeMedia, microphoneNamed } from './testing/fake-media';

const [headset, builtIn, other] = ['Headset', 'Built-in', 'Other'].map(microphoneNamed) as [
  ReturnType<typeof microphoneNamed>,
  ReturnType<typeof microphoneNamed>,
  ReturnType<typeof microphoneNamed>,
];

async function inACall(...devices: readonly ReturnType<typeof microphoneNamed>[]) {
  const media = new FakeMedia();
  media.devices = devices;
  const person = new PersonAtAMicrophone(media);
  const pass = (milliseconds: number) => person.clock.pass(milliseconds);
  await person.localTrack.open();
  return { media, person, pass, track: person.localTrack };
}

/** The device that peers hear, and the texts shown to the user. */
const now = ({ localTrack, track }: PersonAtAMicrophone) => ({
  hears: track?.readyState === 'live' && track.enabled ? track.label : null,
  problem: localTrack.problem()?.sentence ?? null,
  says: localTrack.change(),
});

describe('a microphone in a call', () => {
  it('falls back to the built-in one when the headset is unplugged, reports it, and returns to the chosen headset', async () => {
    const media = new FakeMedia();
    media.devices = [builtIn, headset];
    const person = new PersonAtAMicrophone(media);
    person.choose(headset);
    await person.localTrack.open();
    expect(now(person)).toEqual({ hears: 'Headset', problem: null, says: null });
    media.plug(builtIn);
    await person.clock.pass(1_000);
    expect(now(person)).toEqual({ hears: 'Built-in', problem: null, says: 'Your microphone is now Built-in.' });
    media.plug(builtIn, headset);
    await person.clock.pass(1_000);
    expect(now(person)).toEqual({ hears: 'Headset', problem: null, says: 'Your microphone is now Headset.' });
    await person.clock.pass(8_000);
    expect(now(person).says).toBeNull();
    expect(media.live).toHaveLength(1);
  });

  it('follows the system default while the user chose none', async () => {
    const { media, person, pass } = await inACall(builtIn);
    media.plug(headset, builtIn);
    await pass(1_000);
    expect(now(person)).toMatchObject({ hears: 'Headset', says: 'Your microphone is now Headset.' });
    media.plug(builtIn);
    await pass(1_000);
    expect(now(person).hears).toBe('Built-in');
  });

  it('follows Chromium’s `default` entry, although its id never changes', async () => {
    const standard = (device: typeof builtIn) => ({
      ...device,
      deviceId: 'default',
      label: `Default - ${device.label}`,
    });
    const { media, person, pass } = await inACall(standard(builtIn), builtIn, headset);
    media.plug(standard(headset), builtIn, headset);
    await pass(1_000);
    expect(now(person).hears).toBe('Default - Headset');
  });

  it('stays on the chosen device when other devices come and go', async () => {
    const { media, person, pass } = await inACall(builtIn, headset);
    person.choose(headset);
    await person.localTrack.reopen();
    media.plug(other, builtIn, headset);
    await pass(1_000);
    media.plug(headset);
    await pass(1_000);
    expect(now(person)).toEqual({ hears: 'Headset', problem: null, says: null });
    expect(media.asked).toBe(2);
  });

  it('reports that none is left, and reopens as soon as one is connected', async () => {
    const { media, person, pass } = await inACall(headset);
    media.plug();
    await pass(1_000);
    expect(now(person)).toMatchObject({
      hears: null,
      problem: expect.stringMatching(/unplugged, and there’s no other/),
    });
    await pass(10 * 60_000);
    media.plug(builtIn);
    await pass(1_000);
    expect(now(person)).toEqual({ hears: 'Built-in', problem: null, says: 'Your microphone is now Built-in.' });
  });

  it('opens when one is connected after the call was joined without any', async () => {
    const { media, person, pass } = await inACall();
    expect(now(person).problem).toMatch(/No microphone found/);
    media.plug(builtIn);
    await pass(1_000);
    expect(now(person)).toMatchObject({ hears: 'Built-in', problem: null });
  });

  it('reopens when another program releases it, without an event', async () => {
    const media = new FakeMedia();
    media.devices = [builtIn];
    media.busy.add(builtIn.deviceId);
    const person = new PersonAtAMicrophone(media);
    await person.localTrack.open();
    expect(now(person).problem).toMatch(/in use by another program/);
    await person.clock.pass(60_000);
    expect(media.asked).toBeLessThan(10);
    media.busy.clear();
    await person.clock.pass(15_000);
    expect(now(person)).toMatchObject({ hears: 'Built-in', problem: null });
  });

  it('uses another device while another program holds the chosen one', async () => {
    const { media, person } = await inACall(builtIn, headset);
    person.choose(headset);
    media.busy.add(headset.deviceId);
    await person.localTrack.reopen();
    expect(now(person)).toMatchObject({ hears: 'Built-in', problem: null });
  });

  it('reports that it is blocked, does not prompt again, and opens once it is allowed', async () => {
    const media = new FakeMedia();
    media.devices = [builtIn];
    media.refuses = 'NotAllowedError';
    const person = new PersonAtAMicrophone(media);
    await person.localTrack.open();
    await person.clock.pass(60_000);
    expect(now(person).problem).toMatch(/blocked/);
    expect(media.asked).toBe(1);
    media.refuses = null;
    person.localTrack.permissionChanged('granted');
    await person.clock.pass(0);
    expect(now(person)).toMatchObject({ hears: 'Built-in', problem: null });
  });

  it('reports that it is blocked when the permission is revoked during a call', async () => {
    const { media, person, pass } = await inACall(builtIn);
    media.refuses = 'NotAllowedError';
    person.localTrack.permissionChanged('denied');
    await pass(0);
    expect(now(person)).toMatchObject({ hears: null, problem: expect.stringMatching(/blocked/) });
    expect(media.live).toEqual([]);
  });

  it('reopens once when the system mutes it, and is reported as silent while that lasts', async () => {
    const { media, person, pass } = await inACall(builtIn);
    person.track?.hush(true);
    await pass(500);
    expect(now(person).problem).toBeNull();
    await pass(60_000);
    expect(media.asked).toBe(2);
    person.track?.hush(true);
    await pass(60_000);
    expect(now(person).problem).toMatch(/sends no sound/);
    expect(media.asked).toBe(2);
    person.track?.hush(false);
    expect(now(person).problem).toBeNull();
  });

  it('is stopped when the user left the call before the browser delivered it', async () => {
    const media = new FakeMedia();
    media.devices = [builtIn];
    let allow = () => {};
    media.answered = new Promise((resolve) => (allow = resolve));
    const { localTrack: track, clock } = new PersonAtAMicrophone(media);
    const opening = track.open();
    track.close();
    allow();
    expect(await opening).toBeNull();
    media.plug(builtIn, headset);
    await clock.pass(60_000);
    expect(media.live).toEqual([]);
    expect(media.asked).toBe(1);
  });

  it('follows device events without timers, in a tab that was hidden for ten minutes', async () => {
    const { media, person, pass } = await inACall(headset, builtIn);
    // In a hidden tab timers run once a minute; between them only browser events arrive.
    await pass(10 * 60_000);
    media.plug(builtIn);
    await pass(0);
    expect(now(person).hears).toBe('Built-in');
  });
});
