import { wakeLock } from '../../../platform/browser/capabilities';

/**
 * Keeps a phone's screen on, because with the screen off a phone stops the page and with it the call. A lock ends whenever
 * the page is hidden, and is asked for again when it is back. Returns what lets the screen go off again.
 */
export function holdWakeLock(): () => void {
  const lock = wakeLock();
  if (!lock || !matchMedia('(pointer: coarse)').matches) return () => undefined;
  let held: Promise<WakeLockSentinel | undefined> | undefined;
  const take = () => {
    // Refused when the battery is low, and then the screen goes off as ever.
    if (document.visibilityState === 'visible') held = lock.request('screen').catch(() => undefined);
  };
  take();
  document.addEventListener('visibilitychange', take);
  return () => {
    document.removeEventListener('visibilitychange', take);
    void held?.then((sentinel) => sentinel?.release()).catch(() => undefined);
  };
}
