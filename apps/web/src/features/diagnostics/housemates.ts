import type { ProcessName, ServiceReport } from '@devchitchat/contracts';

/** An operating system process, and who lives in it; at home that is everybody. */
export interface ProcessWithServices {
  readonly services: readonly ProcessName[];
  readonly memoryBytes: number;
}

/** The processes behind the services, each counted once. Those that were never heard are in none. */
export function processesOf(reports: readonly ServiceReport[]): readonly ProcessWithServices[] {
  const byProcess = Map.groupBy(
    reports.filter(({ heard }) => heard !== null),
    ({ heard }) => heard?.runsIn,
  );
  return [...byProcess.values()].map((members) => ({
    services: members.map(({ process }) => process),
    // Said at different moments: the highest is the one that has to fit.
    memoryBytes: Math.max(...members.map(({ heard }) => heard?.memoryBytes ?? 0)),
  }));
}
