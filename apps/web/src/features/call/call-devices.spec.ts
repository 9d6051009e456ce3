import { signal } from '@angular/core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { AudioPlayback } from '../../client/call/media/audio-playback';
import { type DeviceKind, Devices } from '../../client/call/media/devices';
import { LocalMedia } from '../../client/call/session/local-media';
import { RelayOnly } from '../../client/call/state/relay-only';
import { page } from '../../platform/testing/page';
import { CallDevices } from './call-devices';

const { render, screen, user } = page();

const device = (deviceId: string, label: string) => ({ deviceId, label });

describe('the dialog of call devices', () => {
  const cameraStream = signal<object | null>(null);
  let relayOnly: RelayOnly;
  let chosen: Partial<Record<DeviceKind, string | null>>;
  let opened: string[];
  let refreshed: number;
  beforeEach(() => {
    cameraStream.set(null);
    localStorage.clear();
    relayOnly = new RelayOnly();
    chosen = { audioinput: 'headset' };
    opened = [];
    refreshed = 0;
  });
  const shown = ({ canChooseOutputDevice = true } = {}) =>
    render(CallDevices, {
      providers: [
        { provide: RelayOnly, useValue: relayOnly },
        { provide: AudioPlayback, useValue: { canChooseOutputDevice } },
        {
          provide: LocalMedia,
          useValue: {
            microphone: { reopen: () => opened.push('microphone') },
            camera: { stream: cameraStream, open: () => opened.push('camera') },
          },
        },
        {
          provide: Devices,
          useValue: {
            microphones: signal([device('builtin', 'Built-in'), device('headset', 'Headset')]),
            cameras: signal([device('webcam', 'Webcam')]),
            speakers: signal([device('unnamed', '')]),
            chosen: (kind: DeviceKind) => chosen[kind] ?? null,
            choose: (kind: DeviceKind, deviceId: string | null) => {
              chosen = { ...chosen, [kind]: deviceId };
            },
            refresh: () => {
              refreshed += 1;
              return Promise.resolve();
            },
          },
        },
      ],
    });
  const picker = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name });

  it('lists the devices anew and shows which one is chosen', async () => {
    await shown();
    expect(refreshed).toBe(1);
    expect(picker('Microphone').value).toBe('headset');
    expect(picker('Camera').value).toBe('');
    expect([...picker('Microphone').options].map(({ value }) => value)).toEqual(['', 'builtin', 'headset']);
  });

  it('names a device without a name after its kind', async () => {
    await shown();
    expect(picker('Speaker').options[1]?.textContent.trim()).toBe('Speaker');
  });

  it('offers no speakers where the browser cannot choose one', async () => {
    await shown({ canChooseOutputDevice: false });
    expect(screen.queryByRole('combobox', { name: 'Speaker' })).toBeNull();
  });

  it('switches the microphone at once, also back to the default', async () => {
    await shown();
    await user.selectOptions(picker('Microphone'), 'builtin');
    expect(chosen.audioinput).toBe('builtin');
    await user.selectOptions(picker('Microphone'), '');
    expect(chosen.audioinput).toBeNull();
    expect(opened).toEqual(['microphone', 'microphone']);
  });

  it('switches the camera only while it is on', async () => {
    await shown();
    await user.selectOptions(picker('Camera'), 'webcam');
    expect(chosen.videoinput).toBe('webcam');
    expect(opened).toEqual([]);
    cameraStream.set({});
    await user.selectOptions(picker('Camera'), '');
    expect(opened).toEqual(['camera']);
  });

  it('sends calls through the relay only when asked', async () => {
    await shown();
    const checkbox = screen.getByRole<HTMLInputElement>('checkbox');
    expect(checkbox.checked).toBe(false);
    await user.click(checkbox);
    expect(relayOnly.isChosen()).toBe(true);
    await user.click(checkbox);
    expect(relayOnly.isChosen()).toBe(false);
  });

  it('closes', async () => {
    const { emitted } = await shown();
    await user.click(screen.getByRole('button', { name: 'Done' }));
    expect(emitted.closed).toHaveLength(1);
  });
});
