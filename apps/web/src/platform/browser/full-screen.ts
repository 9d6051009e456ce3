/** An iPhone has no full screen for pages: its own player shows a video. */
interface PhoneVideo extends HTMLVideoElement {
  webkitEnterFullscreen(): void;
  webkitExitFullscreen(): void;
}

const isPhoneVideo = (video: object): video is PhoneVideo => 'webkitEnterFullscreen' in video;

/** False in frames that may not, and `undefined` on iPhones, whatever the types claim. */
const hasFullScreen = (): boolean => document.fullscreenEnabled;

export const canFillScreen = (): boolean => hasFullScreen() || isPhoneVideo(HTMLVideoElement.prototype);

export const isFullScreen = (element: Element): boolean => document.fullscreenElement === element;

/**
 * Fills the screen with an element, or on iPhones with the video in it, whose player has its own way back. True if the
 * element fills the screen.
 */
export async function fillScreen(element: Element, video: HTMLVideoElement): Promise<boolean> {
  try {
    if (hasFullScreen()) {
      await element.requestFullscreen({ navigationUI: 'hide' });
      return true;
    }
    if (isPhoneVideo(video)) {
      // The player pauses the video on the way back.
      video.addEventListener('webkitendfullscreen', () => void video.play().catch(() => undefined), { once: true });
      video.webkitEnterFullscreen();
    }
  } catch {
    // Refused: the browser asks for a click that was not too long ago.
  }
  return false;
}

export function leaveFullScreen(element: Element): void {
  if (isFullScreen(element)) void document.exitFullscreen().catch(() => undefined);
}

/** Ends the player of a phone before its video goes away. */
export function leavePlayer(video: HTMLVideoElement): void {
  if (isPhoneVideo(video) && !hasFullScreen()) video.webkitExitFullscreen();
}
