import { merged, type PeopleHere } from './people-here';

/** Milliseconds of silence after which a gateway counts as gone, and whoever was there with it: three words missed. */
export const silenceHolds = 6_500;

interface Gateway {
  readonly people: PeopleHere;
  readonly heardAt: number;
}

/** A part of what one gateway says at a time. */
export interface Part {
  readonly life: string;
  readonly part: number;
  readonly parts: number;
  readonly people: PeopleHere;
}

/** What the gateways beside this one say of who is there. Each says all of it every time, so the last word is enough. */
export class OtherGateways {
  private readonly gateways = new Map<string, Gateway>();
  /** The parts of a word that is not complete yet. */
  private readonly pending = new Map<string, PeopleHere[]>();

  /** Parts of one word come in order. Where one is missing the others are dropped, and the next word makes it good. */
  hear({ life, part, parts, people }: Part, now: number): void {
    const heard = part === 0 ? [] : this.pending.get(life);
    this.pending.delete(life);
    if (heard?.length !== part) return;
    heard.push(people);
    if (heard.length < parts) this.pending.set(life, heard);
    else this.gateways.set(life, { people: merged(heard), heardAt: now });
  }

  people(now: number): PeopleHere {
    for (const [life, { heardAt }] of this.gateways) {
      if (now - heardAt <= silenceHolds) continue;
      this.gateways.delete(life);
      this.pending.delete(life);
    }
    return merged(Array.from(this.gateways.values(), ({ people }) => people));
  }
}
