import { alertOf, type Alert, type DiskReport, type ProcessName, type ServiceReport } from '@devchitchat/contracts';

/** The number of waiting writes from which people notice delays: two commits' worth. */
const manyWaiting = 512;

/** Alerts about the services; empty if all is well. */
export const alertsAbout = (services: readonly ServiceReport[]): Alert[] => services.flatMap(alertsAboutOne);

function alertsAboutOne({ process, state, heard }: ServiceReport): Alert[] {
  if (state === 'silent') return [alertOf('silent', process)];
  const waiting = heard?.writer?.waiting ?? 0;
  return [
    ...(state === 'slow' ? [alertOf('slow', process, Math.round(heard?.eventLoopDelayP99Ms ?? 0))] : []),
    ...alertsAboutDisk(process, heard?.disk ?? null),
    ...(waiting >= manyWaiting ? [alertOf('writes_waiting', process, waiting)] : []),
  ];
}

function alertsAboutDisk(process: ProcessName, disk: DiskReport | null): Alert[] {
  if (disk?.state === 'full') return [alertOf('disk_full', process)];
  if (disk?.state === 'failing') return [alertOf('disk_failing', process)];
  if (disk?.state === 'nearly_full') return [alertOf('disk_nearly_full', process, Math.floor(disk.freeBytes / 1e6))];
  return [];
}
