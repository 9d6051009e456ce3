import {
  complaintOf,
  type Complaint,
  type DiskReport,
  type ProcessName,
  type ServiceReport,
} from '@devchitchat/contracts';

/** Writes that wait, from which on people wait with them: two commits' worth. */
const manyWaiting = 512;

/** What is wrong, a sentence each; none when all is well. */
export const complaintsAbout = (services: readonly ServiceReport[]): Complaint[] =>
  services.flatMap(complaintsAboutOne);

function complaintsAboutOne({ process, state, heard }: ServiceReport): Complaint[] {
  if (state === 'silent') return [complaintOf('silent', process)];
  const waiting = heard?.writer?.waiting ?? 0;
  return [
    ...(state === 'slow' ? [complaintOf('slow', process, Math.round(heard?.eventLoopDelayP99Ms ?? 0))] : []),
    ...complaintsAboutDisk(process, heard?.disk ?? null),
    ...(waiting >= manyWaiting ? [complaintOf('writes_waiting', process, waiting)] : []),
  ];
}

function complaintsAboutDisk(process: ProcessName, disk: DiskReport | null): Complaint[] {
  if (disk?.state === 'full') return [complaintOf('disk_full', process)];
  if (disk?.state === 'failing') return [complaintOf('disk_failing', process)];
  if (disk?.state === 'nearly_full')
    return [complaintOf('disk_nearly_full', process, Math.floor(disk.freeBytes / 1e6))];
  return [];
}
