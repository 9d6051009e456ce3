import { merged, type PeopleHere } from './people-here';

/** Milliseconds without a report after which a gateway and its people count as gone: three missed reports. */
export const silenceHolds = 6_500;

interface Gateway {
  readonly people: PeopleHere;
  readonly heardAt: number;
}

/** One part of a gateway's presence report. */
export interface Part {
  readonly runId: string;
  readonly part: number;
  readonly parts: number;
  readonly people: PeopleHere;
}

/** Presence as reported by the other gateways. Every report is complete, so only the last one counts. */
export class OtherGateways {
  private readonly gateways = new Map<string, Gateway>();
  /** The parts of incomplete reports. */
  private readonly pending = new Map<string, PeopleHere[]>();

  /** The parts of a report arrive in order. If one is missing, the report is dropped and the next one replaces it. */
  hear({ runId, part, parts, people }: Part, now: number): void {
    const heard = part === 0 ? [] : this.pending.get(runId);
    this.pending.delete(runId);
    if (heard?.length !== part) return;
    heard.push(people);
    if (heard.length < parts) this.pending.set(runId, heard);
    else this.gateways.set(runId, { people: merged(heard), heardAt: now });
  }

  people(now: number): PeopleHere {
    for (const [runId, { heardAt }] of this.gateways) {
      if (now - heardAt <= silenceHolds) continue;
      this.gateways.delete(runId);
      this.pending.delete(runId);
    }
    return merged(Array.from(this.gateways.values(), ({ people }) => people));
  }
}
