/** Limits how many uploads each person has in progress. */
export class UploadsAtOnce<Person extends string> {
  private readonly inProgress = new Map<Person, number>();

  constructor(readonly max: number) {}

  /** Takes one of the person's places. Returns a function that gives it back, or `undefined` if none is free. */
  take(person: Person): (() => void) | undefined {
    const count = this.inProgress.get(person) ?? 0;
    if (count >= this.max) return undefined;
    this.inProgress.set(person, count + 1);
    return () => this.giveBack(person);
  }

  private giveBack(person: Person): void {
    const left = (this.inProgress.get(person) ?? 1) - 1;
    if (left > 0) this.inProgress.set(person, left);
    else this.inProgress.delete(person);
  }
}
