import { t } from '../../../platform/language/t';
import type { Label } from '../../../platform/language/text';

export type Device = 'microphone' | 'camera' | 'screen';

/** The reason a device cannot be used, and whether a retry makes sense. */
export interface MediaProblem {
  readonly sentence: string;
  readonly canRetry: boolean;
}

const problem = (sentence: string, canRetry = true): MediaProblem => ({ sentence, canRetry });

/** A full sentence for each device, because grammatical gender differs between languages. */
const sentences = {
  microphone: {
    insecure: 'Your browser only allows the microphone on HTTPS. Open this server with https.',
    unplugged: 'Your microphone was unplugged, and there’s no other. Plug one in to use it.',
    silent: 'Your microphone sends no sound. Your system, or a switch on the device, has turned it off.',
    blocked: 'Your microphone is blocked. Allow it in the address bar, then try again.',
    missing: 'No microphone found. Plug one in to use it.',
    busy: 'Your microphone is in use by another program. Close that program to use it here.',
    closed: 'Your browser couldn’t open the microphone.',
  },
  camera: {
    insecure: 'Your browser only allows the camera on HTTPS. Open this server with https.',
    unplugged: 'Your camera was unplugged.',
    silent: 'Your camera sends no picture. Your system, or a switch on the device, has turned it off.',
    blocked: 'Your camera is blocked. Allow it in the address bar, then try again.',
    missing: 'No camera found. Plug one in or choose another, then try again.',
    busy: 'Your camera is in use by another program. Close that, then try again.',
    closed: 'Your browser couldn’t open the camera.',
  },
  screen: {
    insecure: 'Your browser only allows screen sharing on HTTPS. Open this server with https.',
    unplugged: 'Your screen was unplugged.',
    silent: 'The window you’re sharing sends no picture right now. Bring it back into view.',
    blocked: 'Your screen is blocked. Allow it in the address bar, then try again.',
    missing: 'No screen found. Plug one in or choose another, then try again.',
    busy: 'Your screen is in use by another program. Close that, then try again.',
    closed: 'Your browser couldn’t open the screen.',
  },
} as const satisfies Record<Device, Record<string, Label>>;

/** Browsers allow capture only on https and on localhost. */
export const insecurePage = (device: Device): MediaProblem => problem(t(sentences[device].insecure), false);

export const noScreens = (): MediaProblem =>
  problem(t('This browser can’t share a screen. Use one on a computer.'), false);

export const unplugged = (device: Device): MediaProblem => problem(t(sentences[device].unplugged));

/** The device is open and the system mutes it. */
export const sendsNothing = (device: Device): MediaProblem => problem(t(sentences[device].silent), device !== 'screen');

/** Interprets an error of `getUserMedia` or `getDisplayMedia`; `null` when the user cancelled. */
export function problemWithDevice(device: Device, errorName: string): MediaProblem | null {
  if (device === 'screen' && (errorName === 'NotAllowedError' || errorName === 'AbortError')) return null;
  switch (errorName) {
    case 'NotAllowedError':
      return problem(t(sentences[device].blocked));
    case 'NotFoundError':
    case 'OverconstrainedError':
      return problem(t(sentences[device].missing));
    case 'NotReadableError':
    case 'AbortError':
      return problem(t(sentences[device].busy));
    default:
      return problem(t(sentences[device].closed));
  }
}
