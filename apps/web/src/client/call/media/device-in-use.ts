/** The properties that identify a device. */
export type ListedDevice = Pick<MediaDeviceInfo, 'deviceId' | 'groupId' | 'label'>;

/** The captured device, as known when it was opened. */
export interface DeviceInUse {
  /** `null` if the browser does not report it. */
  readonly deviceId: string | null;
  /** The system's default at that time. */
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
 * Whether another device has to be captured, given the connected devices: the chosen one is back, the one in use is
 * gone, or the user chose none and the system's default changed.
 */
export function isOutdated(
  { deviceId, systemDefault: standard }: DeviceInUse,
  present: readonly ListedDevice[],
  chosen: string | null,
): boolean {
  // No device is left or the browser lists none. If the one in use is gone, its track ends.
  if (present.length === 0) return false;
  if (chosen !== null) return deviceId !== chosen;
  if (deviceId !== null && !present.some((each) => each.deviceId === deviceId)) return true;
  return standard !== null && standard !== systemDefaultOf(present);
}

/** Chromium lists the system's default a second time as `default`; other browsers list it first. */
function systemDefaultOf(present: readonly ListedDevice[]): string | null {
  const standard = present.find(({ deviceId }) => deviceId === 'default');
  return standard ? `${standard.groupId} ${standard.label}` : (present[0]?.deviceId ?? null);
}
