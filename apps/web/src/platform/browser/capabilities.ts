/**
 * What a browser offers only to some pages. On plain HTTP under any name but localhost, clipboard, devices, locks,
 * notifications and service workers are missing, whatever the types say; in a sandboxed frame their getters throw. Everybody
 * asks here, gets `undefined`, and says so in words. A lint rule (tools/lint/web-doors.mjs) keeps it that way.
 */
function guarded<T>(get: () => T | undefined): T | undefined {
  try {
    return get() ?? undefined;
  } catch {
    return undefined;
  }
}

/** False on plain HTTP, except on this machine itself. */
const isSecurePage = (): boolean => guarded(() => isSecureContext) ?? false;

export const clipboard = (): Clipboard | undefined => guarded(() => navigator.clipboard);

export const mediaDevices = (): MediaDevices | undefined => guarded(() => navigator.mediaDevices);

/** What the person allowed this page to use, now and whenever it changes. */
export const permissionFor = async (name: PermissionName): Promise<PermissionStatus | undefined> =>
  guarded(() => navigator.permissions)
    ?.query({ name })
    .catch(() => undefined);

/** Keeps the screen on, until it is released or the page is hidden. */
export const wakeLock = (): WakeLock | undefined => guarded(() => navigator.wakeLock);

export const lockManager = (): LockManager | undefined => guarded(() => navigator.locks);

/** The class, with `permission` and `requestPermission`. Some browsers have it on plain HTTP too, and refuse there. */
export const systemNotifications = (): typeof Notification | undefined =>
  guarded(() => (isSecurePage() && 'Notification' in window ? Notification : undefined));

/** Whether this page may have a service worker: asking where it may not throws. */
export const hasServiceWorker = (): boolean => guarded(() => navigator.serviceWorker) !== undefined;

/** The registration that may show notifications where a page itself may not, as on Android. */
export const serviceWorkerRegistration = async (): Promise<ServiceWorkerRegistration | undefined> =>
  guarded(() => navigator.serviceWorker)
    ?.getRegistration()
    .catch(() => undefined);

/** Shows a number on the icon of the installed application, where the system has a place for it. */
export function setBadge(count: number): void {
  guarded(() => {
    if ('setAppBadge' in navigator) navigator.setAppBadge(count).catch(() => undefined);
  });
}

/** `undefined` where there is none: old browsers, sandboxed frames. */
export const broadcastChannel = (name: string): BroadcastChannel | undefined =>
  guarded(() => new BroadcastChannel(name));
