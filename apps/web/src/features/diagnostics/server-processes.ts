import type { ProcessName, ServiceReport } from '@devchitchat/contracts';

/** An operating system process and its services; with `apps/home` that is all of them. */
export interface ProcessWithServices {
  readonly services: readonly ProcessName[];
  readonly memoryBytes: number;
}

/** The processes behind the services, each once. Services that were never heard are omitted. */
export function processesOf(reports: readonly ServiceReport[]): readonly ProcessWithServices[] {
  const byProcess = Map.groupBy(
    reports.filter(({ heard }) => heard !== null),
    ({ heard }) => heard?.runsIn,
  );
  return [...byProcess.values()].map((members) => ({
    services: members.map(({ process }) => process),
    // The services report at different moments: the highest value has to fit into memory.
    memoryBytes: Math.max(...members.map(({ heard }) => heard?.memoryBytes ?? 0)),
  }));
}
