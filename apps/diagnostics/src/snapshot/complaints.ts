import type { DiskReport, ProcessName, ServiceReport } from '@devchitchat/contracts';

/** Writes that wait, from which on people wait with them: two commits' worth. */
const manyWaiting = 512;

/** What is wrong, a sentence each; none when all is well. */
export const complaintsAbout = (services: readonly ServiceReport[]): string[] => services.flatMap(complaintsAboutOne);

function complaintsAboutOne({ process, state, heard }: ServiceReport): string[] {
  if (state === 'silent') return [`${process} is silent.`];
  const waiting = heard?.writer?.waiting ?? 0;
  return [
    ...(state === 'slow' ? [`${process} is slow: it was ${Math.round(heard?.eventLoopDelayP99Ms ?? 0)} ms late.`] : []),
    ...complaintsAboutDisk(process, heard?.disk ?? null),
    ...(waiting >= manyWaiting ? [`${process} has ${waiting} writes waiting.`] : []),
  ];
}

function complaintsAboutDisk(process: ProcessName, disk: DiskReport | null): string[] {
  if (disk?.state === 'full') return [`${process} can't store anything: its disk is full.`];
  if (disk?.state === 'failing') return [`${process} can't store anything: its disk takes no writes.`];
  if (disk?.state === 'nearly_full') return [`${process} has ${Math.floor(disk.freeBytes / 1e6)} MB of disk left.`];
  return [];
}
