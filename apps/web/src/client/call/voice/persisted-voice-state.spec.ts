import { describe, expect, it } from '@jest/globals';
import type { UserId } from '@devchitchat/contracts';
import { PersistedVoiceState, voiceKey } from './persisted-voice-state';
import { FakeMedia, microphoneNamed } from '../media/testing/fake-media';
import type { KeyValueStorage } from './key-value-storage';
import { ada, PersonAtAMicrophone, storageIn } from '../media/testing/person-at-a-microphone';

const bob = 'u_bob' as UserId;
const state = ({ muted, deafened }: PersistedVoiceState) => (deafened() ? 'deafened' : muted() ? 'muted' : 'open');

describe('the persisted voice state', () => {
  it('is stored per user on this device', () => {
    const storage = storageIn(new Map());
    new PersistedVoiceState(() => ada, storage).toggleMute();
    expect(state(new PersistedVoiceState(() => ada, storage))).toBe('muted');
    expect(state(new PersistedVoiceState(() => bob, storage))).toBe('open');
  });

  it('restores the microphone on undeafening, and undeafens on unmuting', () => {
    const voice = new PersistedVoiceState(() => ada, storageIn(new Map()));
    const after = (act: () => void) => {
      act();
      return state(voice);
    };
    const mute = () => voice.toggleMute();
    const deafen = () => voice.toggleDeafen();
    expect([deafen, deafen].map(after)).toEqual(['deafened', 'open']);
    expect([mute, deafen, deafen].map(after)).toEqual(['muted', 'deafened', 'muted']);
    expect([deafen, mute].map(after)).toEqual(['deafened', 'open']);
    expect(voice.state()).toEqual({ muted: false, deafened: false });
    deafen();
    expect(voice.state()).toEqual({ muted: true, deafened: true });
  });

  it.each([
    ['cannot be read', { read: () => undefined, write: () => false, remove: () => undefined }],
    ['is full', { read: () => null, write: () => false, remove: () => undefined }],
    ['holds something else', { read: () => '{"volume":11}', write: () => true, remove: () => undefined }],
  ] satisfies [string, KeyValueStorage][])(
    'starts muted if the storage %s, and lasts as long as the page',
    (_why, storage) => {
      const voice = new PersistedVoiceState(() => ada, storage);
      expect(state(voice)).toBe('muted');
      voice.toggleMute();
      expect(state(voice)).toBe('open');
      voice.toggleDeafen();
      expect(state(voice)).toBe('deafened');
    },
  );

  it('of another tab mutes this tab, and never unmutes it during a call', () => {
    const voice = new PersistedVoiceState(() => ada, storageIn(new Map()));
    voice.storedElsewhere(voiceKey(bob), '11', true);
    voice.storedElsewhere(voiceKey(ada), null, true);
    expect(state(voice)).toBe('open');
    voice.storedElsewhere(voiceKey(ada), '10', true);
    expect(state(voice)).toBe('muted');
    voice.storedElsewhere(voiceKey(ada), '00', true);
    expect(state(voice)).toBe('muted');
    voice.storedElsewhere(voiceKey(ada), '00', false);
    expect(state(voice)).toBe('open');
  });

  it('of another device mutes this device', () => {
    const voice = new PersistedVoiceState(() => ada, storageIn(new Map()));
    voice.restrictTo({ muted: false, deafened: false });
    expect(state(voice)).toBe('open');
    voice.restrictTo({ muted: true, deafened: false });
    voice.restrictTo({ muted: false, deafened: false });
    expect(state(voice)).toBe('muted');
  });
});

/** A seeded pseudo-random number generator. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('only an action of the user opens the microphone', () => {
  const devices = ['Headset', 'Built-in', 'Other'].map(microphoneNamed);

  it.each(Array.from({ length: 20 }, (_, seed) => [seed]))('in any order of events (seed %i)', async (seed) => {
    const random = seeded(seed + 1);
    const kept = new Map<string, string>();
    const media = new FakeMedia();
    media.devices = devices.slice(0, 2);
    let page = new PersonAtAMicrophone(media, undefined, storageIn(kept));
    /** The simplest model of the user's last action. */
    let [saidMuted, saidDeafened] = [false, false];
    const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)]!;

    const events: Record<string, () => unknown> = {
      mute() {
        page.voice.toggleMute();
        saidMuted = !(saidMuted || saidDeafened);
        saidDeafened = false;
      },
      deafen() {
        page.voice.toggleDeafen();
        saidDeafened = !saidDeafened;
      },
      join: () => page.localTrack.open(),
      leave: () => {
        page.localTrack.close();
      },
      joinAndLeaveAtOnce() {
        void page.localTrack.open();
        page.localTrack.close();
      },
      reload() {
        page.localTrack.close();
        page = new PersonAtAMicrophone(media, undefined, storageIn(kept));
      },
      anotherDeviceTookOver() {
        page.localTrack.close();
      },
      takeOverFromAMutedDevice() {
        page.voice.restrictTo({ muted: true, deafened: false });
        saidMuted = true;
        return page.localTrack.open();
      },
      plug: () => {
        media.plug(...devices.filter(() => random(2) === 0));
      },
      choose() {
        page.choose(pick([...devices, null]));
        return page.localTrack.reopen();
      },
      permissionLost() {
        media.refuses = 'NotAllowedError';
        for (const track of media.live) track.end();
        page.localTrack.permissionChanged('denied');
      },
      permissionGranted() {
        media.refuses = null;
        page.localTrack.permissionChanged('granted');
      },
      hush: () => page.track?.hush(random(2) === 0),
      hold: () => media.busy.add(pick(devices).deviceId),
      release: () => {
        media.busy.clear();
      },
      wait: () => page.clock.pass(random(3_000)),
      retry: () => (page.localTrack.isWanted ? page.localTrack.open() : undefined),
    };

    const told: string[] = [];
    for (let step = 0; step < 50; step++) {
      const name = pick(Object.keys(events));
      told.push(name);
      const doing = events[name]!();
      const mayBeOpen = !saidMuted && !saidDeafened;
      // Checks intermediate states too: the microphone must not be open even for a moment.
      for (const settle of [() => undefined, () => Promise.resolve(), () => doing, () => page.clock.pass(0)]) {
        await settle();
        if (page.track) expect([told, page.track.enabled]).toEqual([told, mayBeOpen]);
      }
      const open = media.live.filter(({ enabled }) => enabled).map(({ label }) => label);
      if (!mayBeOpen || !page.localTrack.isWanted) expect([told, open]).toEqual([told, []]);
      // Nothing is recorded outside of a call, and one microphone during it.
      expect([told, media.live.length]).toEqual([told, page.track ? 1 : 0]);
    }
  });
});
