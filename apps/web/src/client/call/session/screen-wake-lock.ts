import { wakeLock } from '../../../platform/browser/capabilities';

/**
 * Keeps a phone's screen on, because phones suspend the page, and with it the call, when the screen turns off. Browsers
 * release the lock when the page is hidden; it is requested again when the page is visible. Returns a function that releases it.
 */
export function holdWakeLock(): () => void {
  const lock = wakeLock();
  if (!lock || !matchMedia('(pointer: coarse)').matches) return () => undefined;
  let held: Promise<WakeLockSentinel | undefined> | undefined;
  const take = () => {
    // Fails when the battery is low.
    if (document.visibilityState === 'visible') held = lock.request('screen').catch(() => undefined);
  };
  take();
  document.addEventListener('visibilitychange', take);
  return () => {
    document.removeEventListener('visibilitychange', take);
    void held?.then((sentinel) => sentinel?.release()).catch(() => undefined);
  };
}
