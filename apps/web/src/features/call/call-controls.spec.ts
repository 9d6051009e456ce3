import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { AudioPlayback } from '../../client/call/media/audio-playback';
import { Devices } from '../../client/call/media/devices';
import { CallActions } from '../../client/call/session/call-actions';
import { LocalMedia } from '../../client/call/session/local-media';
import { SpeechDetection } from '../../client/call/session/speech-detection';
import { OwnVoiceState } from '../../client/call/voice/own-voice-state';
import { page } from '../../platform/testing/page';
import { CallControls } from './call-controls';
import { OwnVoiceControls } from './own-voice-controls';

const { render, screen, settled, user } = page();

/** A voice state that toggles and keeps nothing. */
const voiceState = () => {
  const [muted, deafened] = [signal(false), signal(false)];
  return {
    muted,
    deafened,
    toggleMute: () => {
      muted.update((before) => !before);
    },
    toggleDeafen: () => {
      deafened.update((before) => !before);
    },
  };
};
const button = (name: string) => screen.getByRole('button', { name });
const isPressed = (name: string) => button(name).getAttribute('aria-pressed') === 'true';

describe('the controls of a call', () => {
  const isSpeakingWhileMuted = signal(false);
  const camera = { stream: signal<object | null>(null) };
  const screenShare = { stream: signal<object | null>(null) };
  let toggled: unknown[];
  let left: number;
  beforeEach(() => {
    isSpeakingWhileMuted.set(false);
    camera.stream.set(null);
    screenShare.stream.set(null);
    toggled = [];
    left = 0;
  });
  const shown = (compact = false) =>
    render(CallControls, {
      inputs: { compact },
      providers: [
        { provide: OwnVoiceState, useValue: voiceState() },
        { provide: CallActions, useValue: { leave: () => (left += 1) } },
        { provide: SpeechDetection, useValue: { isSpeakingWhileMuted } },
        {
          provide: LocalMedia,
          useValue: { camera, screen: screenShare, toggle: (track: unknown) => toggled.push(track) },
        },
        { provide: AudioPlayback, useValue: { canChooseOutputDevice: false } },
        {
          provide: Devices,
          useValue: {
            refresh: () => Promise.resolve(),
            microphones: signal([]),
            cameras: signal([]),
            speakers: signal([]),
            chosen: () => null,
          },
        },
      ],
    });

  it.each(['Mute', 'Deafen'])('toggle with “%s”, whose name stays the same', async (name) => {
    await shown();
    expect(isPressed(name)).toBe(false);
    await user.click(button(name));
    expect(isPressed(name)).toBe(true);
    await user.click(button(name));
    expect(isPressed(name)).toBe(false);
  });

  it('toggle camera and screen, and show which is on', async () => {
    await shown();
    await user.click(button('Camera'));
    await user.click(button('Share screen'));
    expect(toggled).toEqual([camera, screenShare]);
    camera.stream.set({});
    await settled();
    expect([isPressed('Camera'), isPressed('Share screen')]).toEqual([true, false]);
  });

  it('offer no screen where the browser cannot share one, and explain it where only HTTPS is missing', async () => {
    Object.assign(navigator, { mediaDevices: { getUserMedia: () => null } });
    const { fixture } = await shown();
    expect(screen.queryByRole('button', { name: 'Share screen' })).toBeNull();
    expect(button('Camera')).toBeTruthy();
    fixture.destroy();
    Reflect.deleteProperty(navigator, 'mediaDevices');
    TestBed.resetTestingModule();
    Object.assign(navigator, { mediaDevices: undefined });
    await shown();
    expect(button('Share screen')).toBeTruthy();
  });

  it('ignore the second click of a double click on the camera', async () => {
    await shown();
    await user.dblClick(button('Camera'));
    expect(toggled).toEqual([camera]);
  });

  it('leave the call', async () => {
    await shown();
    await user.click(button('Leave call'));
    expect(left).toBe(1);
  });

  it('warn a muted user who speaks', async () => {
    await shown();
    expect(screen.getByRole('status').textContent.trim()).toBe('');
    isSpeakingWhileMuted.set(true);
    await settled();
    expect(screen.getByRole('status').textContent.trim()).not.toBe('');
  });

  it('open the dialog of devices and close it', async () => {
    await shown();
    await user.click(button('Devices'));
    expect(screen.getByRole('dialog', { name: 'Devices' })).toBeTruthy();
    await user.click(button('Done'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('omit camera, screen and devices where there is little space', async () => {
    await shown(true);
    const names = screen.getAllByRole('button').map((each) => each.getAttribute('aria-label'));
    expect(names).toEqual(['Mute', 'Deafen', 'Leave call']);
  });
});

describe('mute and deafen outside calls', () => {
  it.each(['Mute', 'Deafen'])('toggle with “%s”', async (name) => {
    await render(OwnVoiceControls, { providers: [{ provide: OwnVoiceState, useValue: voiceState() }] });
    await user.click(button(name));
    expect(isPressed(name)).toBe(true);
    expect(screen.getAllByRole('button').filter((each) => each.getAttribute('aria-pressed') === 'true')).toHaveLength(
      1,
    );
    await user.click(button(name));
    expect(isPressed(name)).toBe(false);
  });
});
