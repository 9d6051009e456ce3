import { merged, type PeopleHere } from './people-here';

/** Milliseconds of silence after which a gateway counts as gone, and whoever was there with it: three words missed. */
export const silenceHolds = 6_500;

interface Gateway {
  readonly people: PeopleHere;
  readonly heardAt: number;
}

/** What the gateways beside this one say of who is there. Each says all of it every time, so the last word is enough. */
export class OtherGateways {
  private readonly gateways = new Map<string, Gateway>();

  hear(life: string, people: PeopleHere, now: number): void {
    this.gateways.set(life, { people, heardAt: now });
  }

  people(now: number): PeopleHere {
    for (const [life, { heardAt }] of this.gateways) if (now - heardAt > silenceHolds) this.gateways.delete(life);
    return merged(Array.from(this.gateways.values(), ({ people }) => people));
  }
}
