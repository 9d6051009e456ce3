/** Counts things by a closed set of names. */
export class LabelledCounter<Name extends string> {
  private readonly counts = new Map<Name, number>();
  private readonly changed = new Set<Name>();

  count(name: Name): void {
    this.counts.set(name, this.of(name) + 1);
    this.changed.add(name);
  }

  of(name: Name): number {
    return this.counts.get(name) ?? 0;
  }

  /** Every name that was ever counted. */
  totals(): Record<string, number> {
    return Object.fromEntries(this.counts);
  }

  /** The names that were counted since this was asked last, with all that was ever counted of them. */
  takeChanged(): [Name, number][] {
    const taken = Array.from(this.changed, (name): [Name, number] => [name, this.of(name)]);
    this.changed.clear();
    return taken;
  }
}
