import type { Inspection, LoggedEvent, ServiceName } from '@devchitchat/contracts';

/** The position of the next page in each service's log: before this event. */
export type Position = { [Service in ServiceName]?: number | undefined };

/** The id of the first event. */
const beginning = 1;

export interface MergedPage {
  readonly events: LoggedEvent[];
  /** `null` if every log was read to its beginning. */
  readonly older: Position | null;
}

/** Merges several logs into one page, latest first. The order within a log is kept; between logs the timestamps decide. */
export function mergedPage(looks: ReadonlyMap<ServiceName, Inspection>, limit: number): MergedPage {
  const rest = new Map(Array.from(looks, ([service, { events }]) => [service, [...events]]));
  const events: LoggedEvent[] = [];
  while (events.length < limit) {
    const latest = [...rest.values()].flatMap((list) => list.slice(0, 1)).sort((a, b) => b.ts - a.ts)[0];
    if (!latest) break;
    rest.get(latest.service)?.shift();
    events.push(latest);
  }
  const older: Position = {};
  for (const [service, { lookedBackTo }] of looks) {
    const next = rest.get(service)?.[0];
    older[service] = next ? next.eventId + 1 : (lookedBackTo ?? beginning);
  }
  return { events, older: Object.values(older).every((before = beginning) => before <= beginning) ? null : older };
}
