export type Device = 'microphone' | 'camera' | 'screen';

/** Why something cannot be sent, and whether trying again makes sense. */
export interface MediaProblem {
  readonly sentence: string;
  readonly canRetry: boolean;
}

const problem = (sentence: string, canRetry = true): MediaProblem => ({ sentence, canRetry });

/** A browser gives a page from elsewhere than this machine neither microphone nor camera, unless it came by https. */
export const insecurePage = (device: Device): MediaProblem =>
  problem(`Your browser gives no ${device} to a page that came over http. Open this server with https.`, false);

export const unplugged = (device: Device): MediaProblem => problem(`Your ${device} was unplugged.`);

/** What getUserMedia or getDisplayMedia refused, by the name of its error. `null` where the person just thought better. */
export function problemWithDevice(device: Device, errorName: string): MediaProblem | null {
  if (device === 'screen' && (errorName === 'NotAllowedError' || errorName === 'AbortError')) return null;
  switch (errorName) {
    case 'NotAllowedError':
      return problem(`Your ${device} is blocked. Allow it beside the address of this page, then try again.`);
    case 'NotFoundError':
    case 'OverconstrainedError':
      return problem(`There is no ${device}. Plug one in, or choose another, then try again.`);
    case 'NotReadableError':
    case 'AbortError':
      return problem(`Your ${device} is in use by another program. Close that, then try again.`);
    default:
      return problem(`Your browser did not open the ${device}.`);
  }
}
