import type { Inspection, LoggedEvent, ServiceName } from '@devchitchat/contracts';

/** Where the next page begins in each service's log: before this event. */
export type Position = { [Service in ServiceName]?: number | undefined };

/** Before the first event there is none. */
const beginning = 1;

export interface MergedPage {
  readonly events: LoggedEvent[];
  /** `null` when every log was seen to its beginning. */
  readonly older: Position | null;
}

/**
 * One page out of several logs, the latest first. Each log's own order stands; between logs the time of day decides, which
 * is good enough to read.
 */
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
