/** As much of a device as tells it from another. */
export type ListedDevice = Pick<MediaDeviceInfo, 'deviceId' | 'groupId' | 'label'>;

/** What is recorded from, as it was known when it was opened. */
export interface DeviceInUse {
  /** `null` where the browser does not say. */
  readonly deviceId: string | null;
  /** What the system would have given to whoever chose nothing. */
  readonly systemDefault: string | null;
}

export const deviceInUse = (
  present: readonly ListedDevice[],
  recordedFrom: string | undefined,
  asked: string | null,
): DeviceInUse => ({
  deviceId: present.some(({ deviceId }) => deviceId === recordedFrom) ? (recordedFrom ?? null) : asked,
  systemDefault: systemDefaultOf(present),
});

/**
 * Whether something else is to be recorded from, now that these devices are there: the chosen one is back, the one in use is
 * gone, or nothing is chosen and the system prefers another one.
 */
export function isOutdated(
  { deviceId, systemDefault: standard }: DeviceInUse,
  present: readonly ListedDevice[],
  chosen: string | null,
): boolean {
  // Nothing is left, or the browser does not name what is: if it is gone, its track ends.
  if (present.length === 0) return false;
  if (chosen !== null) return deviceId !== chosen;
  if (deviceId !== null && !present.some((each) => each.deviceId === deviceId)) return true;
  return standard !== null && standard !== systemDefaultOf(present);
}

/** Chromium lists the system's choice once more as `default`; others list it first. */
function systemDefaultOf(present: readonly ListedDevice[]): string | null {
  const standard = present.find(({ deviceId }) => deviceId === 'default');
  return standard ? `${standard.groupId} ${standard.label}` : (present[0]?.deviceId ?? null);
}
