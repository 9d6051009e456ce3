/**
 * Browser features that exist only for some pages. On plain HTTP under any name but localhost, clipboard, devices,
 * locks, notifications and service workers are missing, whatever the types claim; in a sandboxed frame their getters
 * throw. All code asks here, gets `undefined`, and tells the user. A lint rule (tools/lint/web-guards.mjs) enforces
 * that.
 */
function guarded<T>(get: () => T | undefined): T | undefined {
  try {
    return get() ?? undefined;
  } catch {
    return undefined;
  }
}

/** False on plain HTTP, except on localhost. */
const isSecurePage = (): boolean => guarded(() => isSecureContext) ?? false;

export const clipboard = (): Clipboard | undefined => guarded(() => navigator.clipboard);

export const mediaDevices = (): MediaDevices | undefined => guarded(() => navigator.mediaDevices);

/** The permission that the user gave this page, which also fires changes. */
export const permissionFor = async (name: PermissionName): Promise<PermissionStatus | undefined> =>
  guarded(() => navigator.permissions)
    ?.query({ name })
    .catch(() => undefined);

/** Keeps the screen on until the lock is released or the page is hidden. */
export const wakeLock = (): WakeLock | undefined => guarded(() => navigator.wakeLock);

export const lockManager = (): LockManager | undefined => guarded(() => navigator.locks);

/** The class, with `permission` and `requestPermission`. Some browsers have it on plain HTTP too, and refuse there. */
export const systemNotifications = (): typeof Notification | undefined =>
  guarded(() => (isSecurePage() && 'Notification' in window ? Notification : undefined));

/** Whether this page may have a service worker; without one, asking throws. */
export const hasServiceWorker = (): boolean => guarded(() => navigator.serviceWorker) !== undefined;

/** The registration that can show notifications when a page itself cannot, as on Android. */
export const serviceWorkerRegistration = async (): Promise<ServiceWorkerRegistration | undefined> =>
  guarded(() => navigator.serviceWorker)
    ?.getRegistration()
    .catch(() => undefined);

/** Shows a number on the icon of the installed application, if the system supports it. */
export function setBadge(count: number): void {
  guarded(() => {
    if ('setAppBadge' in navigator) navigator.setAppBadge(count).catch(() => undefined);
  });
}

/** `undefined` if it does not exist: old browsers, sandboxed frames. */
export const broadcastChannel = (name: string): BroadcastChannel | undefined =>
  guarded(() => new BroadcastChannel(name));
